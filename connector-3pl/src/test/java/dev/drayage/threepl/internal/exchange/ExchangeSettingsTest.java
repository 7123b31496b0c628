package dev.drayage.threepl.internal.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.settings.Settings;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which settings go together, and what they open. */
class ExchangeSettingsTest {
    private static final Map<String, String> SFTP = Map.of(
            "exchange.transport", "sftp",
            "exchange.spool", "spool",
            "sftp.host", "sftp.example.com",
            "sftp.fingerprints", "SHA256:" + "A".repeat(43) + ", SHA256:" + "B".repeat(43) + "=",
            "sftp.user", "merchant",
            "sftp.password", "correct horse");

    @TempDir
    Path temp;

    @Test
    void a_folder_needs_its_place_and_has_its_spool_there_unless_told_otherwise() {
        assertThat(ExchangeWorld.SCHEMA.problems(Map.of()))
                .singleElement()
                .asString()
                .startsWith("exchange.folder is missing");
        assertThat(ExchangeSettings.spool(ExchangeWorld.SCHEMA.read(Map.of("exchange.folder", "partner"))))
                .isEqualTo(Path.of("partner", ".spool"));
        assertThat(ExchangeSettings.spool(
                        ExchangeWorld.SCHEMA.read(Map.of("exchange.folder", "partner", "exchange.spool", "spool"))))
                .isEqualTo(Path.of("spool"));
    }

    @Test
    void an_sftp_server_needs_a_spool() {
        assertThat(without("exchange.spool")).singleElement().asString().startsWith("exchange.spool is missing");
    }

    @Test
    void an_sftp_server_needs_a_pinned_key_and_one_way_to_log_in() {
        assertThat(ExchangeWorld.SCHEMA.problems(SFTP)).isEmpty();
        assertThat(without("sftp.fingerprints")).singleElement().asString().startsWith("sftp.fingerprints");
        assertThat(with("sftp.fingerprints", "MD5:00:11"))
                .singleElement()
                .asString()
                .startsWith("sftp.fingerprints");
        assertThat(without("sftp.password")).singleElement().asString().contains("sftp.privateKey");
        assertThat(with("sftp.privateKey", "file:/key"))
                .singleElement()
                .asString()
                .contains("sftp.password");
        assertThat(without("sftp.host")).singleElement().asString().startsWith("sftp.host");
    }

    @Test
    void without_renames_a_marker_is_needed() {
        assertThat(with("exchange.canRename", "false"))
                .singleElement()
                .asString()
                .startsWith("outgoing.doneEnding");
    }

    @Test
    void opens_what_they_name_and_prints_no_secret() {
        Settings sftp = ExchangeWorld.SCHEMA.read(SFTP);
        SettableTime time = new SettableTime(ExchangeWorld.NOW);
        try (FileExchange exchange = Transports.open(sftp, time)) {
            assertThat(exchange).isInstanceOf(SftpExchange.class);
        }
        assertThat(SftpAccess.of(sftp).toString()).doesNotContain("correct horse");
        Settings folder = ExchangeWorld.SCHEMA.read(
                Map.of("exchange.folder", temp.toString(), "exchange.spool", temp.toString()));
        try (FileExchange exchange = Transports.open(folder, time)) {
            assertThat(exchange).isInstanceOf(LocalFolderExchange.class);
        }
    }

    private static Iterable<String> without(String name) {
        Map<String, String> flat = new TreeMap<>(SFTP);
        flat.remove(name);
        return ExchangeWorld.SCHEMA.problems(flat);
    }

    private static Iterable<String> with(String name, String value) {
        Map<String, String> flat = new TreeMap<>(SFTP);
        flat.put(name, value);
        return ExchangeWorld.SCHEMA.problems(flat);
    }
}
