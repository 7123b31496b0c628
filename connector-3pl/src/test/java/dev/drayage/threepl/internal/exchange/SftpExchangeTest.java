package dev.drayage.threepl.internal.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.settings.SecretSource;
import dev.drayage.threepl.internal.exchange.SftpServerFixture.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyEncryptionContext;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SFTP, with a server that breaks off, refuses and is not the one that was meant. */
class SftpExchangeTest extends ExchangeContract {
    private static final KeyPair HOST_KEY = key("EC", 256);
    private static final KeyPair USER_KEY = key("RSA", 2048);

    private SftpServerFixture server;

    @Override
    @BeforeEach
    void openExchange() throws Exception {
        server = new SftpServerFixture(Files.createDirectories(partner()), HOST_KEY, USER_KEY.getPublic());
        super.openExchange();
    }

    @Override
    FileExchange open() {
        return new SftpExchange(withPassword(SftpServerFixture.PASSWORD), time);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void one_session_serves_all_calls_and_another_is_opened_when_it_broke() throws IOException {
        exchange().list("in", call);
        exchange().list("out", call);
        assertThat(server.sessions()).isEqualTo(1);

        server.cutConnections();
        listOnceItIsNoticed();

        assertThat(server.sessions()).isEqualTo(2);
    }

    /** The client may hear of the cut only while it is calling; that call tells so, and the next one connects anew. */
    private void listOnceItIsNoticed() {
        try {
            exchange().list("in", call);
        } catch (UnavailableException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.UNREACHABLE);
            exchange().list("in", call);
        }
    }

    @Test
    void a_server_with_another_host_key_gets_no_credential() {
        String other = SftpServerFixture.fingerprint(key("EC", 256));
        try (FileExchange wrong = new SftpExchange(
                access(List.of(other), Optional.of(SftpServerFixture.PASSWORD), Optional.empty(), Optional.empty()),
                time)) {
            assertThatThrownBy(() -> wrong.list("in", call))
                    .isInstanceOfSatisfying(
                            AuthorisationException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.SERVER_UNKNOWN))
                    .hasMessageStartingWith("SFTP server ")
                    .hasMessageContaining(other)
                    .hasMessageContaining(SftpServerFixture.fingerprint(HOST_KEY))
                    .hasMessageNotContaining(SftpServerFixture.PASSWORD);
        }
        assertThat(server.passwords()).isEmpty();
    }

    @Test
    void either_of_two_host_keys_will_do_while_a_server_changes_keys() {
        List<String> both =
                List.of(SftpServerFixture.fingerprint(key("EC", 256)), SftpServerFixture.fingerprint(HOST_KEY) + "=");
        try (FileExchange rotating = new SftpExchange(
                access(both, Optional.of(SftpServerFixture.PASSWORD), Optional.empty(), Optional.empty()), time)) {
            assertThat(rotating.list("in", call).files()).isEmpty();
        }
    }

    @Test
    void a_wrong_password_is_tried_once_and_never_told() {
        try (FileExchange wrong = new SftpExchange(withPassword("wrong battery"), time)) {
            assertCode(ErrorCode.CREDENTIALS_REFUSED, () -> wrong.list("in", call));
            assertThatThrownBy(() -> wrong.list("in", call)).hasMessageNotContaining("battery");
        }
        assertThat(server.passwords()).containsExactly("wrong battery", "wrong battery");
    }

    @Test
    void logs_in_with_a_key_as_openssh_or_pem_text_with_and_without_passphrase() throws Exception {
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(UTF_8))
                        .encodeToString(USER_KEY.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
        for (SftpAccess access : List.of(
                withKey(pem, Optional.empty()),
                withKey(openSsh(Optional.empty()), Optional.empty()),
                withKey(openSsh(Optional.of("open sesame")), Optional.of("open sesame")))) {
            try (FileExchange keyed = new SftpExchange(access, time)) {
                assertThat(keyed.list("in", call).files()).isEmpty();
            }
        }
        assertThat(server.passwords()).isEmpty();
    }

    @Test
    void a_key_that_cannot_be_read_or_is_not_known_is_refused() throws Exception {
        for (SftpAccess access : List.of(
                withKey("no key", Optional.empty()),
                withKey(openSsh(Optional.of("open sesame")), Optional.of("wrong")),
                withKey(openSsh(key("RSA", 2048), Optional.empty()), Optional.empty()))) {
            try (FileExchange keyed = new SftpExchange(access, time)) {
                assertCode(ErrorCode.CREDENTIALS_REFUSED, () -> keyed.list("in", call));
            }
        }
    }

    @Test
    void nobody_listens_there() throws IOException {
        server.close();
        assertCode(ErrorCode.UNREACHABLE, () -> exchange().list("in", call));
    }

    @Test
    void a_server_that_never_answers_costs_no_more_than_the_deadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            CallContext brief = new CallContext(NOW.plusMillis(300), new Cancellation(), Priority.ORDERS);
            try (FileExchange waiting = new SftpExchange(at(silent.getLocalPort()), time)) {
                assertCode(ErrorCode.UNREACHABLE, () -> waiting.list("in", brief));
            }
        }
    }

    @Test
    void a_cancellation_between_two_steps_stops_a_transfer() throws Exception {
        Cancellation cancellation = new Cancellation();
        exchange().store("in", "a.csv", write(temp.resolve("a"), "abc"), call);
        RemoteFile listed = only("in");
        OutputStream cancelling = new OutputStream() {
            @Override
            public void write(int b) {
                cancellation.cancel();
            }
        };
        assertThatThrownBy(() -> exchange().fetch(listed, cancelling, 10, within(Duration.ofHours(1), cancellation)))
                .isInstanceOf(CancelledException.class);

        assertThat(exchange().list("in", call).files()).hasSize(1);
    }

    @Test
    void a_cancellation_ends_a_call_that_the_server_does_not_answer() throws Exception {
        Cancellation cancellation = new Cancellation();
        exchange().store("tmp", "a.tmp", write(temp.resolve("a"), "abc"), call);
        server.stallRename(cancellation::cancel);

        assertCode(
                ErrorCode.OUTCOME_UNKNOWN,
                () -> exchange().move("tmp", "a.tmp", "out", "a.csv", within(Duration.ofHours(1), cancellation)));
        assertThat(exchange().list("tmp", call).files()).hasSize(1);
    }

    @Test
    void a_deadline_ends_a_call_that_the_server_does_not_answer() throws Exception {
        exchange().store("tmp", "a.tmp", write(temp.resolve("a"), "abc"), call);
        server.stallRename(() -> {});

        assertCode(
                ErrorCode.OUTCOME_UNKNOWN,
                () -> exchange()
                        .move("tmp", "a.tmp", "out", "a.csv", within(Duration.ofMillis(300), new Cancellation())));
    }

    @Test
    void a_folder_that_the_partner_removed_is_made_again() throws Exception {
        Path source = write(temp.resolve("a"), "abc");
        exchange().list("out", call);
        Files.delete(partner().resolve("out"));

        assertCode(ErrorCode.SERVICE_FAILURE, () -> exchange().store("out", "a.csv", source, call));
        exchange().store("out", "a.csv", source, call);

        assertThat(partner().resolve("out/a.csv")).hasContent("abc");
    }

    private static CallContext within(Duration time, Cancellation cancellation) {
        return new CallContext(NOW.plus(time), cancellation, Priority.ORDERS);
    }

    @Test
    void a_rename_that_was_done_but_not_answered_is_unknown_and_the_next_one_finds_it_done() throws IOException {
        exchange().store("tmp", "a.tmp", write(temp.resolve("a"), "abc"), call);
        server.next(Fault.RENAME_DONE_ANSWER_LOST);

        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> exchange().move("tmp", "a.tmp", "out", "a.csv", call));

        assertThat(exchange().move("tmp", "a.tmp", "out", "a.csv", call)).isEqualTo(MoveOutcome.SOURCE_MISSING);
        assertThat(partner().resolve("out/a.csv")).hasContent("abc");
    }

    @Test
    void an_upload_that_was_cut_is_unknown_and_is_stored_again() throws IOException {
        byte[] bytes = new byte[200_000];
        Path source = Files.write(temp.resolve("big"), bytes);
        server.cutUploadAfter(70_000);

        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> exchange().store("tmp", "a.tmp", source, call));
        exchange().store("tmp", "a.tmp", source, call);

        assertThat(partner().resolve("tmp/a.tmp")).hasBinaryContent(bytes);
    }

    @Test
    void a_rename_that_is_refused_changes_nothing() throws IOException {
        exchange().store("tmp", "a.tmp", write(temp.resolve("a"), "abc"), call);

        server.next(Fault.RENAME_REFUSED);
        assertCode(ErrorCode.SERVICE_FAILURE, () -> exchange().move("tmp", "a.tmp", "out", "a.csv", call));
        server.next(Fault.RENAME_DENIED);
        assertCode(ErrorCode.PERMISSION_MISSING, () -> exchange().move("tmp", "a.tmp", "out", "a.csv", call));
        server.next(Fault.NONE);
        assertThat(exchange().move("tmp", "a.tmp", "out", "a.csv", call)).isEqualTo(MoveOutcome.MOVED);
    }

    @Test
    void a_target_that_appears_at_the_last_moment_is_not_replaced() throws IOException {
        exchange().store("tmp", "a.tmp", write(temp.resolve("a"), "abc"), call);
        server.next(Fault.TARGET_APPEARS);

        assertThat(exchange().move("tmp", "a.tmp", "out", "a.csv", call)).isEqualTo(MoveOutcome.TARGET_EXISTS);

        assertThat(partner().resolve("out/a.csv")).hasContent("appeared");
        assertThat(partner().resolve("tmp/a.tmp")).hasContent("abc");
    }

    @Test
    void an_outbox_delivers_once_through_lost_answers_and_cut_uploads() throws IOException {
        byte[] content = new byte[150_000];
        ExchangeWorld world = new ExchangeWorld(temp.resolve("host"), Map.of());
        OutgoingFile file = OutgoingFile.of("order/SO1", "out", "order-1.csv", content);

        server.cutUploadAfter(40_000);
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> outbox(world, file));
        server.next(Fault.RENAME_DONE_ANSWER_LOST);
        assertCode(ErrorCode.OUTCOME_UNKNOWN, () -> outbox(world, file));
        Files.delete(partner().resolve("out/order-1.csv")); // the partner has taken it
        assertThat(outbox(world, file).isSent()).isTrue();

        assertThat(partner().resolve("out")).isEmptyDirectory();
    }

    @Test
    void an_intake_goes_on_where_the_answer_to_its_move_was_lost() throws IOException {
        ExchangeWorld world = new ExchangeWorld(temp.resolve("host"), Map.of());
        exchange().store("inbound", "shp.csv", write(temp.resolve("a"), "shipment"), call);
        var file = world.intake(exchange(), Death.never()).collect(call).files().get(0);
        server.next(Fault.RENAME_DONE_ANSWER_LOST);

        assertCode(
                ErrorCode.OUTCOME_UNKNOWN,
                () -> world.intake(exchange(), Death.never()).archive(file, call));

        assertThat(world.intake(exchange(), Death.never()).collect(call).files())
                .isEmpty();
        assertThat(ExchangeWorld.filesOf(partner().resolve("processed"))).containsValue("shipment");
        ByteArrayOutputStream archived = new ByteArrayOutputStream();
        exchange().fetch(only("processed"), archived, 100, call);
        assertThat(archived.toString(UTF_8)).isEqualTo("shipment");
    }

    private Delivery outbox(ExchangeWorld world, OutgoingFile file) {
        return world.outbox(exchange(), Death.never(), () -> {}).deliver(file, call);
    }

    private SftpAccess withPassword(String password) {
        return access(
                List.of(SftpServerFixture.fingerprint(HOST_KEY)),
                Optional.of(password),
                Optional.empty(),
                Optional.empty());
    }

    private SftpAccess withKey(String key, Optional<String> passphrase) {
        return access(List.of(SftpServerFixture.fingerprint(HOST_KEY)), Optional.empty(), Optional.of(key), passphrase);
    }

    private SftpAccess access(
            List<String> hostKeys, Optional<String> password, Optional<String> key, Optional<String> passphrase) {
        return new SftpAccess(
                "127.0.0.1",
                server.port(),
                hostKeys,
                SftpServerFixture.USER,
                password.map(SecretSource::fixed),
                key.map(SecretSource::fixed),
                passphrase.map(SecretSource::fixed),
                ".",
                Duration.ofSeconds(30));
    }

    private static SftpAccess at(int port) {
        return new SftpAccess(
                "127.0.0.1",
                port,
                List.of(SftpServerFixture.fingerprint(HOST_KEY)),
                SftpServerFixture.USER,
                Optional.of(SecretSource.fixed("unused")),
                Optional.empty(),
                Optional.empty(),
                ".",
                Duration.ZERO);
    }

    private static String openSsh(Optional<String> passphrase) throws Exception {
        return openSsh(USER_KEY, passphrase);
    }

    private static String openSsh(KeyPair key, Optional<String> passphrase) throws Exception {
        OpenSSHKeyEncryptionContext encryption = new OpenSSHKeyEncryptionContext();
        encryption.setCipherType("256");
        passphrase.ifPresent(encryption::setPassword);
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(
                key, "test", passphrase.isPresent() ? encryption : null, text);
        return text.toString(UTF_8);
    }

    private static KeyPair key(String algorithm, int size) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
