package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.SettingsException;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.wire.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class AccessTest {
    private static EffectOutcome write(TestBooks books, String id) {
        return books.write(RecordType.SALES_ORDER, SampleOrders.merchant(TestBooks.SHOP, id, TestBooks.START));
    }

    @Test
    void one_token_serves_all_calls_until_it_is_about_to_expire() {
        try (TestBooks books = TestBooks.open()) {
            write(books, "1");
            write(books, "2");
            assertThat(books.netSuite.requests().of("token")).isEqualTo(1);
            books.time.advance(Duration.ofMinutes(59).plusSeconds(30));
            write(books, "3");
            assertThat(books.netSuite.requests().of("token")).isEqualTo(2);
            assertThat(books.netSuite.requests().refused(401)).isZero();
        }
    }

    @Test
    void a_token_that_was_revoked_is_renewed_once() {
        try (TestBooks books = TestBooks.open()) {
            write(books, "1");
            books.netSuite.revokeTokens();
            assertThat(write(books, "2")).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(books.netSuite.requests().of("token")).isEqualTo(2);
        }
    }

    @Test
    void revoked_credentials_stop_the_sync_and_are_not_hammered() {
        try (TestBooks books = TestBooks.open()) {
            books.netSuite.rejectCredentials(true);
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> write(books, "1")).isInstanceOf(AuthorisationException.class);
            }
            assertThat(books.netSuite.requests().of("token")).isEqualTo(1);
        }
    }

    @Test
    void credentials_of_another_account_are_refused() {
        try (TestBooks books = TestBooks.openWith(
                settings -> settings.oauth("client1", "cert1", TestBooks.pem(TestBooks.keys("EC", 256))))) {
            assertThatThrownBy(() -> write(books, "1"))
                    .isInstanceOf(AuthorisationException.class)
                    .hasMessageContaining("invalid_grant");
        }
    }

    @Test
    void token_based_access_signs_every_attempt_anew_and_survives_one_refusal() {
        try (TestBooks books = TestBooks.open(
                account -> account.tokenSecrets("ck", "c&s", "tk", "ts"),
                settings -> settings.tba("ck", "c&s", "tk", "ts"))) {
            assertThat(write(books, "1")).isInstanceOf(EffectOutcome.Applied.class);
            books.netSuite.faults().next(1, Fault.TOKEN_REJECTED, request -> true);
            assertThat(write(books, "2")).isInstanceOf(EffectOutcome.Applied.class);
            assertThat(books.netSuite.requests().of("token")).isZero();
        }
    }

    @Test
    void a_wrong_token_is_tried_twice_and_then_left_alone_for_a_minute() {
        try (TestBooks books = TestBooks.open(
                account -> account.tokenSecrets("ck", "cs", "tk", "ts"),
                settings -> settings.tba("ck", "x", "tk", "ts"))) {
            for (int i = 0; i < 4; i++) {
                assertThatThrownBy(() -> write(books, "1")).isInstanceOf(AuthorisationException.class);
            }
            assertThat(books.netSuite.requests().refused(401)).isEqualTo(2);
        }
    }

    @Test
    void many_threads_never_have_more_calls_open_than_permits() {
        try (TestBooks books = TestBooks.openWith(settings -> settings.concurrency(3))) {
            List<CompletableFuture<EffectOutcome>> writes = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String id = "n" + i;
                writes.add(CompletableFuture.supplyAsync(() -> write(books, id)));
            }
            writes.forEach(written -> assertThat(written.join()).isInstanceOf(EffectOutcome.Applied.class));
            assertThat(books.netSuite.requests().peakConcurrency()).isBetween(1, 3);
            assertThat(books.netSuite.requests().refused(429)).isZero();
        }
    }

    @Test
    void settings_that_do_not_fit_are_told_all_at_once_and_an_account_id_cannot_become_another_host() {
        try (TestBooks books = TestBooks.open()) {
            assertThatThrownBy(() -> books.open(books.standard()
                            .marketplaceTax(MarketplaceTax.LINE)
                            .shipping(ShippingBooking.LINE)
                            .build()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("item.tax")
                    .hasMessageContaining("item.shipping");
            assertThatThrownBy(() -> books.open(
                            books.standard().set("account", "x.evil.example/").build()))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageNotContaining("evil");
            assertThatThrownBy(() -> books.open(books.standard()
                            .baseUrl(URI.create("http://example.com"))
                            .build()))
                    .isInstanceOf(SettingsException.class);
            assertThatThrownBy(() -> books.open(
                            books.standard().set("field.lineId", "x = 1 OR 1").build()))
                    .isInstanceOf(SettingsException.class);
        }
    }

    @Test
    void the_account_is_named_as_netsuite_names_it() {
        try (TestBooks books = TestBooks.open(
                account -> account.accountId("1234567_SB1"), settings -> settings.set("account", "1234567-sb1"))) {
            assertThat(books.connector.account()).hasToString("netsuite:1234567_SB1");
        }
    }

    @Test
    void settings_never_print_a_secret() {
        NetSuiteSettings settings = NetSuiteSettings.builder("1", ZoneOffset.UTC)
                .tba("visible", "visible", "visible", "visible")
                .build();
        assertThat(settings.toString()).doesNotContain("visible");
    }
}
