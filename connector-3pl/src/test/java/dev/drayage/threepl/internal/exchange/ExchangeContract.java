package dev.drayage.threepl.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.testing.SettableTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every exchange keeps, whichever way its files travel. The partner's side is a folder that the test looks into. */
abstract class ExchangeContract {
    static final Instant NOW = Instant.parse("2026-11-21T06:15:00Z");

    @TempDir
    Path temp;

    final SettableTime time = new SettableTime(NOW);
    final CallContext call = new CallContext(NOW.plusSeconds(60), new Cancellation(), Priority.ORDERS);

    private FileExchange exchange;

    /** An exchange whose root is {@link #partner}. */
    abstract FileExchange open() throws Exception;

    final Path partner() {
        return temp.resolve("partner");
    }

    final FileExchange exchange() {
        return exchange;
    }

    @BeforeEach
    void openExchange() throws Exception {
        Files.createDirectories(partner());
        exchange = open();
    }

    @AfterEach
    void closeExchange() {
        exchange.close();
    }

    @Test
    void lists_regular_files_only_and_makes_a_folder_that_is_missing() throws IOException {
        assertThat(exchange.list("in/orders", call).files()).isEmpty();
        Path folder = partner().resolve("in/orders");
        Files.setLastModifiedTime(write(folder.resolve("a.csv"), "abc"), FileTime.from(NOW.minusSeconds(90)));
        Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("a.csv"));

        assertThat(exchange.list("in/orders", call))
                .isEqualTo(
                        new Listing(List.of(new RemoteFile("in/orders", "a.csv", 3, NOW.minusSeconds(90))), List.of()));
    }

    @Test
    void looks_for_a_folder_without_making_it() throws IOException {
        assertThat(exchange.hasFolder("in/orders", call)).isFalse();
        assertThat(partner().resolve("in")).doesNotExist();
        Files.createDirectories(partner().resolve("in/orders"));
        assertThat(exchange.hasFolder("in/orders", call)).isTrue();
    }

    @Test
    void tells_of_names_that_it_leaves_alone() throws IOException {
        exchange.list("in", call);
        write(partner().resolve("in").resolve("line\nbreak.csv"), "x");
        write(partner().resolve("in").resolve("back\\slash.csv"), "x");
        write(partner().resolve("in").resolve("L".repeat(201)), "x");
        write(partner().resolve("in").resolve("good.csv"), "x");

        Listing listing = exchange.list("in", call);

        assertThat(listing.files()).extracting(RemoteFile::name).containsExactly("good.csv");
        assertThat(listing.refused()).containsExactlyInAnyOrder("line?break.csv", "back\\slash.csv", "L".repeat(200));
    }

    @Test
    void stores_and_fetches_the_same_bytes() throws IOException {
        long seed = 20261121;
        System.out.println(getClass().getSimpleName() + " seed " + seed);
        byte[] bytes = new byte[300_001];
        new Random(seed).nextBytes(bytes);
        Path source = Files.write(temp.resolve("source"), bytes);

        exchange.store("out", "größe 1.bin", source, call);
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        exchange.fetch(only("out"), fetched, bytes.length, call);

        assertThat(fetched.toByteArray()).isEqualTo(bytes);
        assertThat(partner().resolve("out/größe 1.bin")).hasBinaryContent(bytes);
    }

    @Test
    void storing_again_leaves_nothing_of_a_longer_file() throws IOException {
        exchange.store("out", "a.csv", write(temp.resolve("long"), "a longer text"), call);
        exchange.store("out", "a.csv", write(temp.resolve("short"), "short"), call);

        assertThat(partner().resolve("out/a.csv")).hasContent("short");
    }

    @Test
    void an_empty_file_travels_both_ways() throws IOException {
        exchange.store("out", "empty.done", write(temp.resolve("empty"), ""), call);
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();
        exchange.fetch(only("out"), fetched, 0, call);

        assertThat(fetched.size()).isZero();
    }

    @Test
    void refuses_a_file_over_the_limit_before_it_is_read_and_while_it_is_read() throws IOException {
        exchange.store("in", "a.csv", write(temp.resolve("a"), "0123456789"), call);
        RemoteFile listed = only("in");
        RemoteFile listedSmaller = new RemoteFile("in", "a.csv", 4, listed.modified());
        ByteArrayOutputStream fetched = new ByteArrayOutputStream();

        assertCode(ErrorCode.ANSWER_TOO_LARGE, () -> exchange.fetch(listed, fetched, 9, call));
        assertCode(ErrorCode.ANSWER_TOO_LARGE, () -> exchange.fetch(listedSmaller, fetched, 9, call));
        assertThat(fetched.size()).isLessThanOrEqualTo(9);
    }

    @Test
    void a_file_that_has_grown_since_it_was_listed_is_still_being_written() throws IOException {
        exchange.store("in", "a.csv", write(temp.resolve("a"), "0123456789"), call);
        RemoteFile listed = only("in");
        write(partner().resolve("in/a.csv"), "0123456789 and more");

        assertCode(
                ErrorCode.ANSWER_MALFORMED, () -> exchange.fetch(listed, OutputStream.nullOutputStream(), 1000, call));
    }

    @Test
    void a_file_that_is_gone_is_told_so() {
        exchange.list("in", call);
        RemoteFile gone = new RemoteFile("in", "gone.csv", 1, NOW);

        assertCode(ErrorCode.RECORD_GONE, () -> exchange.fetch(gone, OutputStream.nullOutputStream(), 10, call));
    }

    @Test
    void moves_into_a_folder_that_it_makes() throws IOException {
        exchange.store("in", "a.csv", write(temp.resolve("a"), "abc"), call);

        assertThat(exchange.move("in", "a.csv", "done/2026", "b.csv", call)).isEqualTo(MoveOutcome.MOVED);

        assertThat(partner().resolve("in/a.csv")).doesNotExist();
        assertThat(partner().resolve("done/2026/b.csv")).hasContent("abc");
    }

    @Test
    void never_moves_over_another_file() throws IOException {
        exchange.store("in", "a.csv", write(temp.resolve("a"), "abc"), call);
        exchange.store("done", "a.csv", write(temp.resolve("b"), "older"), call);

        assertThat(exchange.move("in", "a.csv", "done", "a.csv", call)).isEqualTo(MoveOutcome.TARGET_EXISTS);

        assertThat(partner().resolve("in/a.csv")).hasContent("abc");
        assertThat(partner().resolve("done/a.csv")).hasContent("older");
    }

    @Test
    void a_move_that_was_done_before_finds_no_source() throws IOException {
        exchange.store("in", "a.csv", write(temp.resolve("a"), "abc"), call);
        exchange.move("in", "a.csv", "done", "a.csv", call);

        assertThat(exchange.move("in", "a.csv", "done", "a.csv", call)).isEqualTo(MoveOutcome.SOURCE_MISSING);
        assertThat(partner().resolve("done/a.csv")).hasContent("abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".", "a/b", "a\\b", "../a", "a\nb", "a\0b", ".hidden", "a\u202Eb"})
    void refuses_names_that_are_none(String name) throws IOException {
        Path source = write(temp.resolve("source"), "abc");
        exchange.store("in", "a.csv", source, call);

        assertCode(ErrorCode.FILE_REFUSED, () -> exchange.store("out", name, source, call));
        assertCode(ErrorCode.FILE_REFUSED, () -> exchange.move("in", "a.csv", "out", name, call));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "in/../..", "in//x", "in/./x", "in\\x", "in/\n"})
    void refuses_folders_outside_of_the_root(String folder) {
        assertCode(ErrorCode.FILE_REFUSED, () -> exchange.list(folder, call));
    }

    @Test
    void a_slash_at_either_end_of_a_folder_does_not_count_and_none_is_the_root() throws IOException {
        exchange.store("/in/", "a.csv", write(temp.resolve("a"), "abc"), call);
        exchange.store("", "root.csv", write(temp.resolve("a"), "abc"), call);

        assertThat(partner().resolve("in/a.csv")).exists();
        assertThat(exchange.list("/", call).files())
                .extracting(RemoteFile::name)
                .containsExactly("root.csv");
    }

    @Test
    void a_call_without_time_or_after_a_cancellation_does_nothing() throws IOException {
        Path source = write(temp.resolve("a"), "abc");
        CallContext late = new CallContext(NOW, new Cancellation(), Priority.ORDERS);
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        CallContext cancelled = new CallContext(NOW.plusSeconds(60), cancellation, Priority.ORDERS);

        assertCode(ErrorCode.DEADLINE_PASSED, () -> exchange.store("out", "a.csv", source, late));
        assertThatThrownBy(() -> exchange.store("out", "a.csv", source, cancelled))
                .isInstanceOf(CancelledException.class);
        assertThat(partner().resolve("out"))
                .satisfiesAnyOf(
                        folder -> assertThat(folder).doesNotExist(),
                        folder -> assertThat(folder).isEmptyDirectory());
    }

    @Test
    void many_threads_share_it() throws Exception {
        List<Thread> threads = new ArrayList<>();
        List<Throwable> thrown = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String name = "f" + i + ".csv";
            Path source = write(temp.resolve(name), "content of " + name);
            threads.add(new Thread(() -> {
                exchange.store("tmp", name, source, call);
                exchange.move("tmp", name, "out", name, call);
            }));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((t, e) -> {
            synchronized (thrown) {
                thrown.add(e);
            }
        }));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(30).toMillis());
        }
        assertThat(thrown).isEmpty();
        assertThat(exchange.list("out", call).files()).hasSize(6);
    }

    final RemoteFile only(String folder) {
        List<RemoteFile> files = exchange.list(folder, call).files();
        assertThat(files).hasSize(1);
        return files.get(0);
    }

    static Path write(Path file, String content) throws IOException {
        return Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    static void assertCode(ErrorCode code, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        ConnectorException.class,
                        e -> assertThat(e.code()).as(e.describe()).isEqualTo(code));
    }
}
