package dev.drayage.threepl.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drayage.error.ErrorCode;
import dev.drayage.settings.Secret;
import dev.drayage.settings.SecretSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same against OpenSSH, which most partners run; skipped where it is not installed, unless it is required. */
class OpenSshExchangeTest extends ExchangeContract {
    private static Optional<OpenSshServer> server = Optional.empty();

    @BeforeAll
    static void start(@TempDir Path home) throws Exception {
        boolean required = "true".equals(System.getenv("DRAYAGE_OPENSSH_REQUIRED"));
        assumeTrue(
                required || Files.isExecutable(OpenSshServer.BINARY),
                "OpenSSH's server is not installed here (" + OpenSshServer.BINARY + ")");
        server = Optional.of(OpenSshServer.start(home));
    }

    @AfterAll
    static void stop() {
        server.ifPresent(OpenSshServer::close);
    }

    @Override
    FileExchange open() throws Exception {
        return new SftpExchange(access(server.orElseThrow().fingerprint()), time);
    }

    @Test
    void a_fingerprint_that_is_not_the_servers_is_told() {
        String other = "SHA256:" + "A".repeat(43);
        try (FileExchange wrong = new SftpExchange(access(other), time)) {
            assertCode(ErrorCode.SERVER_UNKNOWN, () -> wrong.list("in", call));
        }
    }

    @Test
    void a_folder_that_may_not_be_written_is_a_missing_permission() throws IOException {
        Path source = write(temp.resolve("a"), "abc");
        Path folder = Files.createDirectory(partner().resolve("locked"));
        assumeTrue(folder.toFile().setWritable(false) && !Files.isWritable(folder), "root may write everywhere");

        assertCode(ErrorCode.PERMISSION_MISSING, () -> exchange().store("locked", "a.csv", source, call));
    }

    @Test
    void files_go_out_and_come_in() throws IOException {
        ExchangeWorld world = new ExchangeWorld(temp.resolve("host"), Map.of());
        OutgoingFile order = OutgoingFile.of("order/SO1", "toWarehouse", "order-1.csv", "order".getBytes(UTF_8));

        world.outbox(exchange(), Death.never(), () -> {}).deliver(order, call);
        world.outbox(exchange(), Death.never(), () -> {}).deliver(order, call);
        assertThat(ExchangeWorld.filesOf(partner().resolve("toWarehouse")))
                .containsExactly(Map.entry("order-1.csv", "order"));

        exchange().list("inbound", call);
        write(partner().resolve("inbound/good.csv"), "good");
        write(partner().resolve("inbound/bad.csv"), "bad");
        for (InboundFile file :
                world.intake(exchange(), Death.never()).collect(call).files()) {
            if (file.name().equals("good.csv")) {
                world.intake(exchange(), Death.never()).archive(file, call);
            } else {
                world.intake(exchange(), Death.never()).fail(file, List.of("row 1"), call);
            }
        }
        assertThat(partner().resolve("inbound")).isEmptyDirectory();
        assertThat(ExchangeWorld.filesOf(partner().resolve("processed"))).containsValue("good");
        assertThat(ExchangeWorld.filesOf(partner().resolve("failed"))).containsValues("bad", "row 1\n");
    }

    private SftpAccess access(String fingerprint) {
        OpenSshServer running = server.orElseThrow();
        return new SftpAccess(
                "127.0.0.1",
                running.port(),
                List.of(fingerprint),
                System.getProperty("user.name"),
                Optional.empty(),
                Optional.of(() -> Secret.of(key(running))),
                Optional.of(SecretSource.fixed(OpenSshServer.PASSPHRASE)),
                partner().toString(),
                Duration.ofSeconds(30));
    }

    private static String key(OpenSshServer running) {
        try {
            return running.userKey();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
