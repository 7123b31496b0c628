package dev.drayage.shopify.internal.payouts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a simulated shop does not do, told in the words of Shopify's answers. */
class PayoutTranslationTest {
    private static final Json READER = new Json(JsonLimits.standard());

    private final PayoutTranslation translation = new PayoutTranslation(SimulatedShop.ACCOUNT);

    private static JsonValue json(String text) {
        return READER.read(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8), "Payouts");
    }

    private static JsonValue payout(String status, String type, String net) {
        return json("{'id':'gid://shopify/ShopifyPaymentsPayout/77','issuedAt':'2026-11-16T08:00:00Z','status':'"
                + status + "','transactionType':'" + type + "','net':{'amount':'" + net + "','currencyCode':'USD'}}");
    }

    private static JsonValue row(String number, String type, boolean test) {
        return json("{'id':'gid://shopify/ShopifyPaymentsBalanceTransaction/" + number + "','type':'" + type
                + "','test':"
                + test + ",'amount':{'amount':'10.0','currencyCode':'USD'},'fee':{'amount':'0.0','currencyCode':'USD'},"
                + "'net':{'amount':'10.0','currencyCode':'USD'},'sourceOrderTransactionId':4711}");
    }

    @ParameterizedTest
    @CsvSource({
        "SCHEDULED, SCHEDULED",
        "IN_TRANSIT, SCHEDULED",
        "PAID, PAID",
        "FAILED, FAILED",
        "CANCELED, CANCELLED",
        "ON_THE_MOON, UNKNOWN"
    })
    void a_status_of_next_year_is_unknown_and_no_guess(String word, Payout.Status status) {
        assertThat(SimulatedShop.record(translation.change(payout(word, "DEPOSIT", "10.0"), List.of()))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"WITHDRAWAL, 30.0, -30.00", "WITHDRAWAL, -30.0, -30.00", "DEPOSIT, 30.0, 30.00"})
    void a_withdrawal_is_negative_whichever_sign_shopify_writes(String type, String told, String net) {
        assertThat(SimulatedShop.record(translation.change(payout("PAID", type, told), List.of()))
                        .net())
                .isEqualTo(Money.of(net, "USD"));
    }

    @Test
    void test_rows_and_the_transfer_itself_are_no_part_of_a_payout() {
        Payout read = SimulatedShop.record(translation.change(
                payout("PAID", "DEPOSIT", "10.0"),
                List.of(row("1", "CHARGE", true), row("2", "TRANSFER", false), row("3", "CHARGE", false))));

        assertThat(read.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.id()).isEqualTo("3");
            assertThat(entry.kind()).isEqualTo(PayoutEntry.Kind.PAYMENT);
            assertThat(entry.transactionId()).contains("4711");
        });
    }

    @Test
    void a_payout_that_cannot_be_read_is_told_by_its_number_and_the_place() {
        JsonValue broken = json("{'id':'gid://shopify/ShopifyPaymentsPayout/77','status':'PAID'}");

        assertThat(translation.change(broken, List.of())).isInstanceOfSatisfying(Change.Unreadable.class, change -> {
            assertThat(change.code()).isEqualTo(ErrorCode.RECORD_UNREADABLE);
            assertThat(change.message()).startsWith("payout 77: ").contains("$.issuedAt");
        });
    }
}
