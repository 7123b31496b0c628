package dev.drayage.shopify.internal.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.Money;
import dev.drayage.model.Refund;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.ShopifySpecs;
import dev.drayage.shopify.internal.SimulatedShop;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refunds that Shopify really made. They were recorded with their money only; what they do not show is put around them. */
class RecordedRefundsTest {

    @Test
    void the_payments_of_a_recorded_refund_come_to_what_shopify_says_was_refunded() {
        int seen = 0;
        for (Path file : ShopifySpecs.recordings()) {
            List<ObjectNode> refunds = new ArrayList<>();
            collect(ShopifySpecs.read(file), refunds);
            for (ObjectNode recorded : refunds) {
                check(file, recorded);
                seen++;
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(3);
    }

    private static void collect(JsonNode node, List<ObjectNode> refunds) {
        if (node.path("id").asText().startsWith("gid://shopify/Refund/")
                && node.path("transactions").path("nodes").isArray()
                && node.path("totalRefundedSet").isObject()) {
            refunds.add((ObjectNode) node);
            return;
        }
        node.forEach(part -> collect(part, refunds));
    }

    private static void check(Path file, ObjectNode recorded) {
        JsonNode told = recorded.path("totalRefundedSet").path("shopMoney");
        String currency = told.path("currencyCode").asText();
        String amount = told.path("amount").asText();
        ArrayNode transactions = (ArrayNode) recorded.path("transactions").path("nodes");
        for (int i = 0; i < transactions.size(); i++) {
            ObjectNode payment = (ObjectNode) transactions.get(i);
            if (!payment.has("id")) {
                payment.put("id", "gid://shopify/OrderTransaction/" + (i + 1));
            }
        }
        Refund refund = RefundTie.tied(SimulatedShop.record(new RefundAnswer()
                .orderIn(currency, currency)
                .adjustment(
                        "REFUND_DISCREPANCY", new BigDecimal(amount).negate().toPlainString(), "0.0")
                .recorded(transactions)
                .change(MoneyBasis.SHOP)));

        assertThat(RefundTie.paid(refund)).as(file.toString()).isEqualTo(Money.of(amount, currency));
        assertThat(refund.total()).as(file.toString()).isEqualTo(Money.of(amount, currency));
    }
}
