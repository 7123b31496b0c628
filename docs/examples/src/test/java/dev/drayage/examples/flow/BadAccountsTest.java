package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.RunReport.Ending;
import dev.drayage.error.ErrorCode;
import dev.drayage.examples.quickstart.Flow;
import dev.drayage.testkit.amazon.AmazonSimulator;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1 and G4: an account that cannot be used stops the run with the reason; nothing is parked for it, nothing is lost. */
class BadAccountsTest {
    private static final long GIGABYTE = 1L << 30;

    private final SmallWorld world;
    private final AmazonSimulator amazon;
    private final NetSuiteSimulator netsuite;

    BadAccountsTest(@TempDir Path folder) {
        world = FourOrders.world(folder.resolve("exchange"));
        amazon = world.systems().amazon();
        netsuite = world.systems().netsuite();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void G1_an_answer_that_is_cut_off_is_read_again_later() {
        for (int i = 0; i < 5; i++) {
            amazon.plannedAnswers().next(Operation.SEARCH_ORDERS, 200, "{\"orders\": [{\"orderId\": \"111-000");
        }
        RunReport report = world.pass().get(0);
        assertThat(report.ending()).as(report.summary()).isEqualTo(Ending.OUTAGE);
        assertThat(report.message()).contains("searchOrders");
        expectEverythingBooked();
    }

    @Test
    void G7_an_answer_of_a_gigabyte_is_not_swallowed() {
        long most = Runtime.getRuntime().maxMemory();
        assertThat(most).isLessThan(GIGABYTE);
        amazon.plannedAnswers().nextGiant(Operation.SEARCH_ORDERS, "{\"orders\": []}", GIGABYTE);
        RunReport report = world.pass().get(0);
        assertThat(report.ending()).as(report.summary()).isEqualTo(Ending.OUTAGE);
        assertThat(report.message()).contains("searchOrders").containsIgnoringCase("larger");
        expectEverythingBooked();
    }

    @Test
    void G4_an_expired_secret_stops_the_run_until_it_is_renewed() {
        amazon.login().expireClientSecretAt(world.time.instant());
        amazon.login().expireAccessTokens();
        expectStopped(Flow.ORDERS, ErrorCode.CREDENTIALS_REFUSED);
        amazon.login().rotateClientSecret("amzn1.oa2-cs.v1.renewed", world.time.instant());
        world.amazonSettings.put("login.clientSecret", "amzn1.oa2-cs.v1.renewed");
        world.resume();
        expectEverythingBooked();
    }

    @Test
    void G4_a_seller_who_took_the_consent_back_stops_the_run_until_it_is_given_again() {
        amazon.login().revokeSeller();
        expectStopped(Flow.ORDERS, ErrorCode.CREDENTIALS_REFUSED);
        amazon.login().authorizeSeller();
        world.resume();
        expectEverythingBooked();
    }

    @Test
    void G4_a_role_that_lost_a_permission_stops_the_run_until_it_has_it_again() {
        netsuite.revokePermission("salesOrder");
        expectStopped(Flow.ORDERS, ErrorCode.PERMISSION_MISSING);
        netsuite.grantPermission("salesOrder");
        world.resume();
        expectEverythingBooked();
    }

    @Test
    void G4_a_revoked_token_is_replaced_without_a_person() {
        world.pass();
        netsuite.revokeTokens();
        expectEverythingBooked();
    }

    @Test
    void G4_credentials_that_netsuite_no_longer_takes_stop_the_run_until_they_are_mended() {
        netsuite.rejectCredentials(true);
        expectStopped(Flow.ORDERS, ErrorCode.CREDENTIALS_REFUSED);
        netsuite.rejectCredentials(false);
        world.resume();
        expectEverythingBooked();
    }

    @Test
    void G4_the_id_of_another_account_stops_the_run_before_anything_is_written() {
        world.netsuiteSettings.put("auth.method", "tba");
        for (String name : List.of("consumerKey", "consumerSecret", "tokenId", "tokenSecret")) {
            world.netsuiteSettings.put("tba." + name, "example-" + name);
        }
        world.netsuiteSettings.put("account", "7654321");
        expectStopped(Flow.ORDERS, ErrorCode.WRONG_ACCOUNT);
        assertThat(netsuite.journal().writes()).isEmpty();
        world.netsuiteSettings.put("account", "1234567");
        world.resume();
        expectEverythingBooked();
    }

    private void expectStopped(String sync, ErrorCode code) {
        RunReport report = world.pass().stream()
                .filter(one -> one.sync().equals(sync))
                .findFirst()
                .orElseThrow();
        assertThat(report.ending()).as(report.summary()).isEqualTo(Ending.NEEDS_REAUTHORISATION);
        assertThat(report.message()).startsWith(code.name());
        assertThat(world.parked()).isEmpty();
        assertThat(world.pass().get(0).ending()).isIn(Ending.NEEDS_REAUTHORISATION, Ending.PAUSED);
    }

    private void expectEverythingBooked() {
        for (int i = 0; i < 12 && !FourOrders.isDone(world); i++) {
            world.pass();
        }
        assertThat(FourOrders.isDone(world)).as("parked %s", world.parked()).isTrue();
        assertThat(world.picture()).hasSize(14);
    }
}
