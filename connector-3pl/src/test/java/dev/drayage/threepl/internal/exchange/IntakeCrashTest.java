package dev.drayage.threepl.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An intake dies at each of its calls in turn, and again in the next process: each file is worked on and put away. */
class IntakeCrashTest {
    @TempDir
    Path temp;

    private int worlds;

    /** Who works on files: what it has done outlives its process. */
    private static final class Worker {
        private final List<String> done = new ArrayList<>();
        private final Set<String> settled = new HashSet<>();

        void work(ExchangeWorld world, Intake intake) {
            for (InboundFile file : intake.collect(world.call).files()) {
                assertThat(settled).as("put away and handed out again").doesNotContain(file.id());
                String base = file.name().replace("csv", "");
                assertThat(world.at("processed").keySet())
                        .as("moved to processed and handed out again")
                        .noneMatch(name -> name.startsWith(base) && !name.endsWith(".ok"));
                String content = read(file);
                done.add(file.name() + "=" + content);
                if (content.startsWith("bad")) {
                    intake.fail(file, List.of("row 1: bad"), world.call);
                } else {
                    intake.archive(file, world.call);
                }
                settled.add(file.id());
            }
        }

        private static String read(InboundFile file) {
            try {
                return Files.readString(file.content());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"true, false, false", "true, false, true", "false, false, false", "true, true, false"})
    void each_file_is_worked_on_and_put_away_once(boolean canRename, boolean deletesOnRead, boolean marked) {
        Map<String, String> settings = Map.of(
                "exchange.canRename",
                Boolean.toString(canRename),
                "exchange.deletesOnRead",
                Boolean.toString(deletesOnRead),
                "outgoing.doneEnding",
                ".done",
                "incoming.doneEndings",
                marked ? ".ok" : "");
        for (Death.When first : Death.When.values()) {
            for (int i = 0; dies(settings, first, i, Death.When.BEFORE, Integer.MAX_VALUE); i++) {
                // all pairs would take too long: the second place is every ninth, another ninth for each first place
                for (int j = i % 9; dies(settings, first, i, first, j); j += 9) {}
            }
        }
        assertThat(worlds).isGreaterThan(100);
    }

    private boolean dies(Map<String, String> settings, Death.When first, int i, Death.When second, int j) {
        ExchangeWorld world = new ExchangeWorld(temp.resolve("w" + worlds++), settings);
        boolean canRename = !"false".equals(settings.get("exchange.canRename"));
        boolean deletesOnRead = "true".equals(settings.get("exchange.deletesOnRead"));
        world.drop("a.csv", "first", 1);
        world.drop("bad.csv", "bad", 2);
        world.drop("b.csv", "first", 3);
        if (!"".equals(settings.get("incoming.doneEndings"))) {
            List.of("a.csv.ok", "bad.csv.ok", "b.csv.ok").forEach(marker -> world.drop(marker, "", 4));
        }
        Worker worker = new Worker();
        Death firstDeath = new Death(first, i);
        Death secondDeath = new Death(second, j);
        work(world, worker, firstDeath, deletesOnRead);
        if (j != Integer.MAX_VALUE) {
            work(world, worker, secondDeath, deletesOnRead);
        }
        work(world, worker, Death.never(), deletesOnRead);
        work(world, worker, Death.never(), deletesOnRead);

        String where = "died " + first + " " + i + " and " + second + " " + j;
        assertThat(new TreeSet<>(worker.done)).as(where).containsExactly("a.csv=first", "b.csv=first", "bad.csv=bad");
        if (canRename) {
            assertThat(world.at("inbound")).as(where).isEmpty();
        }
        if (canRename && !deletesOnRead) {
            assertThat(world.at("processed"))
                    .as(where)
                    .containsValues("first")
                    .hasSize("".equals(settings.get("incoming.doneEndings")) ? 2 : 4);
            assertThat(world.at("failed")).as(where).containsValue("bad");
        }
        assertThat(world.at("failed")).as(where).containsValue("row 1: bad\n");
        assertThat(world.state.all("inbox/").keySet())
                .as(where)
                .noneMatch(key -> key.contains("/open/"))
                .filteredOn(key -> key.contains("/settled/"))
                .hasSize(3);
        return (j == Integer.MAX_VALUE ? firstDeath : secondDeath).came();
    }

    private static void work(ExchangeWorld world, Worker worker, Death death, boolean deletesOnRead) {
        FileExchange exchange = deletesOnRead ? new TakingExchange(world) : world.exchange();
        try {
            worker.work(world, world.intake(exchange, death));
        } catch (Death.Died e) {
            // the next process goes on
        }
    }
}
