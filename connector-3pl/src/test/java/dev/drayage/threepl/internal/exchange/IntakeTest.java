package dev.drayage.threepl.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an intake promises to who works on files. */
class IntakeTest {
    @TempDir
    Path temp;

    @Test
    void files_come_in_order_of_time_and_name_and_keep_coming_until_they_are_settled() {
        ExchangeWorld world = world(Map.of());
        world.drop("b.csv", "b", 1);
        world.drop("a.csv", "a", 2);
        world.drop("c.csv", "c", 1);

        assertThat(names(world)).containsExactly("b.csv", "c.csv", "a.csv");
        Arrivals again = world.intake().collect(world.call);
        world.intake().archive(again.files().get(1), world.call);
        assertThat(names(world)).containsExactly("b.csv", "a.csv");
        assertThat(world.at("processed")).containsExactly(Map.entry("c.20261121T061501Z.2e7d2c03a950.csv", "c"));
    }

    @Test
    void unfinished_files_are_left_alone() {
        ExchangeWorld world = world(Map.of());
        List.of(".hidden", "a.csv.tmp", "b.part", "c.filepart", "good.csv").forEach(name -> world.drop(name, "x", 1));

        assertThat(names(world)).containsExactly("good.csv");
    }

    @Test
    void a_file_must_look_the_same_for_a_while() {
        ExchangeWorld world = world(Map.of("incoming.settle", "PT30S"));
        world.drop("a.csv", "part", 1);
        assertThat(names(world)).isEmpty();
        world.time.advance(Duration.ofSeconds(29));
        assertThat(names(world)).isEmpty();
        world.drop("a.csv", "part and more", 30);
        world.time.advance(Duration.ofSeconds(1));
        assertThat(names(world)).isEmpty();
        world.time.advance(Duration.ofSeconds(30));

        assertThat(names(world)).containsExactly("a.csv");
    }

    @Test
    void a_marker_makes_a_file_complete_and_goes_with_it() {
        ExchangeWorld world = world(Map.of("incoming.doneEndings", ".done,.ok"));
        world.drop("a.csv", "a", 1);
        world.drop("b.csv", "b", 1);
        world.drop("b.csv.ok", "", 2);

        Arrivals arrivals = world.intake().collect(world.call);
        assertThat(arrivals.files()).extracting(InboundFile::name).containsExactly("b.csv");
        world.intake().archive(arrivals.files().get(0), world.call);

        assertThat(world.at("inbound")).containsOnlyKeys("a.csv");
        assertThat(world.at("processed")).hasSize(2);
    }

    @Test
    void the_same_content_again_is_told_and_left_to_the_caller() {
        ExchangeWorld world = world(Map.of());
        for (String content : List.of("A", "B", "A")) {
            world.drop(
                    "stock.csv", content, world.time.instant().getEpochSecond() - ExchangeWorld.NOW.getEpochSecond());
            InboundFile file = world.intake().collect(world.call).files().get(0);
            assertThat(file.duplicateOf().isPresent())
                    .isEqualTo(content.equals("A") && !world.at("processed").isEmpty());
            world.intake().archive(file, world.call);
            world.time.advance(Duration.ofDays(1));
        }
        assertThat(world.at("processed")).hasSize(3);
    }

    @Test
    void of_two_files_with_one_content_in_one_round_the_later_is_the_duplicate() {
        ExchangeWorld world = world(Map.of());
        world.drop("b.csv", "same", 1);
        world.drop("a.csv", "same", 2);

        List<InboundFile> files = world.intake().collect(world.call).files();

        assertThat(files.get(0).duplicateOf()).isEmpty();
        assertThat(files.get(1).duplicateOf()).contains("b.csv");
    }

    @Test
    void content_that_failed_is_no_duplicate_when_it_comes_again() {
        ExchangeWorld world = world(Map.of());
        world.drop("a.csv", "unmapped", 1);
        world.intake()
                .fail(world.intake().collect(world.call).files().get(0), List.of("SKU MUG is unknown"), world.call);
        world.drop("again.csv", "unmapped", 2);

        assertThat(world.intake().collect(world.call).files().get(0).duplicateOf())
                .isEmpty();
        assertThat(world.at("failed"))
                .containsValues("unmapped", "SKU MUG is unknown\n")
                .hasSize(2);
    }

    @Test
    void the_very_same_file_again_gets_a_name_of_its_own() {
        ExchangeWorld world = world(Map.of());
        for (int i = 0; i < 3; i++) {
            world.drop("a.csv", "same", 1);
            world.intake().archive(world.intake().collect(world.call).files().get(0), world.call);
        }
        assertThat(world.at("processed")).hasSize(3);
    }

    @Test
    void a_file_that_took_the_place_of_one_in_work_is_not_put_away_with_it() {
        ExchangeWorld world = world(Map.of());
        world.drop("stock.csv", "A", 1);
        InboundFile first = world.intake().collect(world.call).files().get(0);
        world.drop("stock.csv", "newer", 2);

        world.intake().archive(first, world.call);

        assertThat(world.at("inbound")).containsValue("newer");
        List<InboundFile> next = world.intake().collect(world.call).files();
        assertThat(next).hasSize(1);
        assertThat(next.get(0).content()).hasContent("newer");
        assertThat(first.content()).hasContent("A");
    }

    @Test
    void a_file_that_cannot_be_read_stops_no_other() {
        ExchangeWorld world = world(Map.of("incoming.maxKilobytes", "1"));
        world.drop("big.csv", "x".repeat(1025), 1);
        world.drop("small.csv", "x", 2);

        Arrivals arrivals = world.intake().collect(world.call);

        assertThat(arrivals.files()).extracting(InboundFile::name).containsExactly("small.csv");
        assertThat(arrivals.faults())
                .extracting(Arrivals.Fault::name, Arrivals.Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("big.csv", ErrorCode.ANSWER_TOO_LARGE));
    }

    @Test
    void no_more_files_are_in_work_than_allowed() {
        ExchangeWorld world = world(Map.of("incoming.maxFiles", "2"));
        for (int i = 0; i < 5; i++) {
            world.drop("f" + i, "content " + i, i);
        }
        assertThat(names(world)).containsExactly("f0", "f1");
        assertThat(names(world)).containsExactly("f0", "f1");
        world.intake().archive(world.intake().collect(world.call).files().get(0), world.call);
        assertThat(names(world)).containsExactly("f1", "f2");
    }

    @Test
    void the_ledger_forgets_after_the_retention_but_not_what_still_lies_there() {
        ExchangeWorld world = world(Map.of("exchange.canRename", "false", "outgoing.doneEnding", ".done"));
        ExchangeWorld renaming = new ExchangeWorld(temp.resolve("renaming"), Map.of());
        for (ExchangeWorld each : List.of(world, renaming)) {
            each.drop("a.csv", "a", 1);
            each.intake().archive(each.intake().collect(each.call).files().get(0), each.call);
            each.time.advance(Duration.ofDays(91));
            assertThat(each.intake().collect(each.call).files()).isEmpty();
        }
        assertThat(world.state.all("inbox/")).isNotEmpty();
        assertThat(renaming.state.all("inbox/").keySet()).allMatch(key -> key.endsWith("/swept"));
        assertThat(ExchangeWorld.filesOf(renaming.root.resolve("spool/inbox"))).isEmpty();
    }

    @Test
    void a_settled_file_can_be_found_and_read_again_and_stays_settled() {
        ExchangeWorld world = world(Map.of());
        world.drop("a.csv", "a", 1);
        InboundFile file = world.intake().collect(world.call).files().get(0);
        world.intake().archive(file, world.call);
        world.intake().fail(file, List.of("too late"), world.call);

        assertThat(world.intake().find(file.id()).orElseThrow().content()).hasContent("a");
        assertThat(world.at("failed")).isEmpty();
    }

    private ExchangeWorld world(Map<String, String> settings) {
        return new ExchangeWorld(temp.resolve("world"), settings);
    }

    private static List<String> names(ExchangeWorld world) {
        return world.intake().collect(world.call).files().stream()
                .map(InboundFile::name)
                .toList();
    }
}
