package dev.drayage.testkit.warehouse;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What clients meet at the warehouse's SFTP door, on good and on bad days. */
@Timeout(60)
class SftpDoorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path root;

    private final SshClient client = SshClient.setUpDefaultClient();
    private final List<String> seenKeys = new ArrayList<>();
    private SftpDoor door;

    @BeforeEach
    void open() throws IOException {
        door = SftpDoor.builder(root).open();
        client.setServerKeyVerifier((session, address, key) -> {
            seenKeys.add(KeyUtils.getFingerPrint(BuiltinDigests.sha256, key));
            return true;
        });
        client.start();
    }

    @AfterEach
    void close() {
        client.stop();
        door.close();
    }

    private ClientSession connect(SftpDoor to) throws IOException {
        return client.connect(to.user(), to.host(), to.port()).verify(PATIENCE).getSession();
    }

    private SftpClient login() throws IOException {
        ClientSession session = connect(door);
        session.addPasswordIdentity(door.password());
        session.auth().verify(PATIENCE);
        return SftpClientFactory.instance().createSftpClient(session).singleSessionInstance();
    }

    private static void upload(SftpClient sftp, String path, String text) throws IOException {
        try (OutputStream out = sftp.write(path)) {
            out.write(text.getBytes(US_ASCII));
        }
    }

    private static String download(SftpClient sftp, String path) throws IOException {
        try (InputStream in = sftp.read(path)) {
            return new String(in.readAllBytes(), US_ASCII);
        }
    }

    @Test
    void files_are_written_read_renamed_and_listed() throws IOException {
        try (SftpClient sftp = login()) {
            assertThat(sftp.getVersion()).isEqualTo(3);
            sftp.mkdir("/in");
            upload(sftp, "/in/a.tmp", "hello");
            sftp.rename("/in/a.tmp", "/in/a.edi");
            assertThat(download(sftp, "/in/a.edi")).isEqualTo("hello");
            assertThat(sftp.readEntries("/in"))
                    .extracting(SftpClient.DirEntry::getFilename)
                    .contains("a.edi");
            sftp.remove("/in/a.edi");
        }
        assertThat(root.resolve("in")).isEmptyDirectory();
        for (SftpOperation operation : SftpOperation.values()) {
            assertThat(door.count(operation)).as(operation.name()).isEqualTo(1);
        }
    }

    @Test
    void a_warehouse_is_served_through_its_door() throws IOException {
        WarehouseSimulator warehouse = WarehouseSimulator.builder(() -> Instant.parse("2026-09-01T15:00:00Z"), root)
                .stock("TEE", 5)
                .open();
        String order = new String(new Depositor(warehouse).order("N", "SO1", "TEE=2"), US_ASCII);
        try (SftpClient sftp = login()) {
            upload(sftp, "/toWarehouse/940.edi.tmp", order);
            warehouse.work();
            assertThat(warehouse.orders()).isEmpty();
            sftp.rename("/toWarehouse/940.edi.tmp", "/toWarehouse/940.edi");
            warehouse.work();
            warehouse.work();
            List<String> names = new ArrayList<>();
            for (SftpClient.DirEntry entry : sftp.readEntries("/fromWarehouse")) {
                names.add(entry.getFilename());
            }
            assertThat(names).filteredOn(name -> name.endsWith(".edi")).hasSize(2);
        }
    }

    @Test
    void nobody_gets_out_of_the_folder() throws IOException {
        Path secret = Files.writeString(root.resolveSibling("outside-" + root.getFileName()), "secret");
        try (SftpClient sftp = login()) {
            assertThatThrownBy(() -> download(sftp, "/../" + secret.getFileName()))
                    .isInstanceOf(IOException.class);
        } finally {
            Files.delete(secret);
        }
    }

    @Test
    void a_wrong_password_is_not_let_in() throws IOException {
        try (ClientSession session = connect(door)) {
            session.addPasswordIdentity("guess");
            assertThatThrownBy(() -> session.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
        }
        assertThat(door.count(SftpOperation.LOGIN)).isZero();
    }

    @Test
    void an_authorized_key_is_let_in() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair key = generator.generateKeyPair();
        try (SftpDoor keyed = SftpDoor.builder(root)
                        .user("acme", "")
                        .authorizedKey(key.getPublic())
                        .open();
                ClientSession known = connect(keyed);
                ClientSession stranger = connect(keyed)) {
            known.addPublicKeyIdentity(key);
            known.auth().verify(PATIENCE);
            stranger.addPublicKeyIdentity(generator.generateKeyPair());
            assertThatThrownBy(() -> stranger.auth().verify(PATIENCE)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void the_host_key_is_known_by_its_fingerprint_and_may_change() throws IOException {
        String before = door.hostKeyFingerprint();
        login().close();
        door.replaceHostKey();
        login().close();

        assertThat(before).startsWith("SHA256:");
        assertThat(door.hostKeyFingerprint()).isNotEqualTo(before);
        assertThat(seenKeys).containsExactly(before, door.hostKeyFingerprint());
    }

    @Test
    void logins_are_refused_as_often_as_planned() throws IOException {
        door.faults().refuseLogins(1);
        assertThatThrownBy(this::login).isInstanceOf(IOException.class);
        login().close();
    }

    @Test
    void a_rename_is_refused_if_the_name_is_taken() throws IOException {
        try (SftpClient sftp = login()) {
            upload(sftp, "/a", "new");
            upload(sftp, "/b", "old");
            assertThatThrownBy(() -> sftp.rename("/a", "/b"))
                    .isInstanceOfSatisfying(
                            SftpException.class,
                            e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_FAILURE));
            assertThat(root.resolve("b")).hasContent("old");

            door.faults().renameOverwrites(true);
            sftp.rename("/a", "/b");
            assertThat(root.resolve("b")).hasContent("new");
        }
    }

    @Test
    void the_answer_to_a_rename_gets_lost() throws IOException {
        try (SftpClient sftp = login()) {
            upload(sftp, "/a.tmp", "whole");
            door.faults().loseAnswersOfRenames(1);
            assertThatThrownBy(() -> sftp.rename("/a.tmp", "/a.edi")).isInstanceOf(IOException.class);
        }
        try (SftpClient sftp = login()) {
            assertThat(download(sftp, "/a.edi")).isEqualTo("whole");
            assertThatThrownBy(() -> sftp.stat("/a.tmp")).isInstanceOf(SftpException.class);
        }
    }

    @Test
    void a_rename_is_denied() throws IOException {
        try (SftpClient sftp = login()) {
            upload(sftp, "/a", "x");
            door.faults().denyRenames(1);
            assertThatThrownBy(() -> sftp.rename("/a", "/b"))
                    .isInstanceOfSatisfying(
                            SftpException.class,
                            e -> assertThat(e.getStatus()).isEqualTo(SftpConstants.SSH_FX_PERMISSION_DENIED));
            sftp.rename("/a", "/b");
            door.faults().denyRemovals(1);
            assertThatThrownBy(() -> sftp.remove("/b")).isInstanceOf(SftpException.class);
        }
    }

    @Test
    void an_upload_is_cut() throws IOException {
        door.faults().cutUploads(1, 4);
        try (SftpClient sftp = login()) {
            assertThatThrownBy(() -> upload(sftp, "/a", "0123456789")).isInstanceOf(IOException.class);
        }
        assertThat(root.resolve("a")).hasContent("0123");
        try (SftpClient sftp = login()) {
            upload(sftp, "/a", "0123456789");
        }
        assertThat(root.resolve("a")).hasContent("0123456789");
    }

    @Test
    void a_download_is_cut() throws IOException {
        Files.writeString(root.resolve("a"), "0123456789");
        door.faults().cutDownloads(1, 4);
        try (SftpClient sftp = login()) {
            assertThatThrownBy(() -> download(sftp, "/a")).isInstanceOf(IOException.class);
        }
        try (SftpClient sftp = login()) {
            assertThat(download(sftp, "/a")).isEqualTo("0123456789");
        }
    }

    @Test
    void listings_may_show_no_times() throws IOException {
        Instant written = Instant.parse("2026-09-01T10:00:00Z");
        Files.setLastModifiedTime(Files.writeString(root.resolve("a"), "x"), FileTime.from(written));
        try (SftpClient sftp = login()) {
            assertThat(modified(sftp)).contains(written);
            door.faults().hideTimes(true);
            assertThat(modified(sftp)).isEmpty();
        }
    }

    private static Optional<Instant> modified(SftpClient sftp) throws IOException {
        for (SftpClient.DirEntry entry : sftp.readEntries("/")) {
            if (entry.getFilename().equals("a")) {
                return Optional.ofNullable(entry.getAttributes().getModifyTime())
                        .map(FileTime::toInstant);
            }
        }
        throw new AssertionError("a is not listed");
    }
}
