package dev.drayage.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample file of "Getting started", and what is answered to one with faults. */
class AccountsTest {
    private static final Path SAMPLE = Path.of("accounts.properties");

    @TempDir
    Path folder;

    @Test
    void the_sample_file_is_accepted() throws IOException, RefusedException {
        Accounts accounts = Accounts.read(SAMPLE);
        assertThat(accounts.goLive()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
        assertThat(accounts.ledger()).isEqualTo(Path.of("drayage-ledger.db"));
        assertThat(accounts.netsuite()).containsEntry("channel.customers", "amazon:A1EXAMPLE-na=110");
        assertThat(accounts.amazon()).containsEntry("seller.id", "A1EXAMPLE");
        assertThat(accounts.warehouse()).containsEntry("warehouse", "RENO-1");
        assertThat(accounts.x12()).containsEntry("x12.us", "ZZ:ACMEBRAND");
        assertThat(accounts.shipStation()).containsEntry("account", "RENO");
        assertThat(accounts.x12Location()).isEqualTo("9");
        assertThat(accounts.shipStationLocation()).isEqualTo("8");
    }

    @Test
    void secrets_that_are_not_there_are_told_all_at_once() throws IOException {
        Path file = sample(
                line -> !line.contains("env:") && !line.contains("file:"),
                List.of(
                        "netsuite.oauth.privateKey = file:/absent/key.pem",
                        "amazon.login.clientSecret = env:DRAYAGE_ABSENT_1",
                        "amazon.login.refreshToken = text",
                        "x12.sftp.password = env:DRAYAGE_ABSENT_2",
                        "shipstation.apiKey = text"));
        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> Accounts.read(file).checkSecrets())
                        .faults())
                .containsExactly(
                        "amazon.login.clientSecret: environment variable DRAYAGE_ABSENT_1 is not set",
                        "netsuite.oauth.privateKey: file /absent/key.pem cannot be read",
                        "x12.sftp.password: environment variable DRAYAGE_ABSENT_2 is not set");
    }

    @Test
    void a_host_may_have_no_warehouse() throws IOException, RefusedException {
        Path file = sample(
                line -> !line.startsWith("warehouse.")
                        && !line.startsWith("x12.")
                        && !line.startsWith("shipstation.")
                        && !line.startsWith("location."),
                List.of());
        assertThat(Accounts.read(file).warehouse()).isEmpty();
        assertThat(Accounts.read(file).x12()).isEmpty();
        assertThat(Accounts.read(file).shipStation()).isEmpty();
    }

    @Test
    void every_fault_is_a_line_with_the_file_and_the_whole_key() throws IOException {
        Path file = sample(
                line -> !line.startsWith("ledger")
                        && !line.startsWith("netsuite.zone")
                        && !line.startsWith("location.x12")
                        && !line.startsWith("goLive"),
                List.of("goLive = monday", "amazon.marketplace = X", "warehouse.maxKilobytes = many", "apply = true"));
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Accounts.read(file));
        assertThat(refused.faults())
                .hasSize(7)
                .allMatch(fault -> fault.startsWith(file + ": "))
                .anyMatch(fault -> fault.endsWith(": ledger is missing: the file in which the ledger is kept"))
                .anyMatch(fault -> fault.contains(": goLive must be an instant such as "))
                .anyMatch(fault -> fault.contains(": netsuite.zone is missing: "))
                .anyMatch(fault -> fault.contains(": amazon.marketplace is unknown; did you mean "))
                .anyMatch(fault -> fault.contains(": warehouse.maxKilobytes "))
                .anyMatch(fault -> fault.contains(": location.x12 is missing: the internal id of NetSuite's location"))
                .anyMatch(fault ->
                        fault.contains(": apply is unknown: keys begin with netsuite., amazon., warehouse., x12."
                                + ", shipstation., or are goLive, ledger, location.x12, location.shipstation"));
    }

    @Test
    void a_file_that_is_not_there_is_named_in_full() {
        Path file = folder.resolve("absent.properties");
        assertThat(catchThrowableOfType(RefusedException.class, () -> Accounts.read(file))
                        .faults())
                .containsExactly("there is no settings file " + file.toAbsolutePath());
    }

    /** The sample without some lines and with others. */
    private Path sample(Predicate<String> kept, List<String> added) throws IOException {
        List<String> lines = Files.readAllLines(SAMPLE, StandardCharsets.UTF_8);
        Path file = folder.resolve("accounts.properties");
        Files.write(file, lines.stream().filter(kept).toList(), StandardCharsets.UTF_8);
        Files.writeString(file, String.join("\n", added), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return file;
    }
}
