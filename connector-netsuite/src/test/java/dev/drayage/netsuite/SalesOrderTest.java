package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testkit.netsuite.StoredRecord;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SalesOrderTest {
    private final TestBooks books = TestBooks.open();

    @AfterEach
    void close() {
        books.close();
    }

    private static SalesOrder order(String id) {
        return SampleOrders.merchant(TestBooks.SHOP, id, TestBooks.START);
    }

    @Test
    void an_order_is_written_with_its_lines_its_total_and_the_channels_identities() {
        EffectOutcome outcome = books.write(RecordType.SALES_ORDER, order("111-222-333"));
        StoredRecord written = books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-111-222-333")
                .orElseThrow();
        assertThat(outcome)
                .isEqualTo(EffectOutcome.Applied.to(
                        RecordRef.of(books.connector.account(), RecordType.SALES_ORDER, written.id())));
        assertThat(written.total()).hasValue(new BigDecimal("59.85"));
        assertThat(written.status()).isEqualTo("B");
        assertThat(written.body().path("custbody_drayage_channel").asText()).isEqualTo("amazon:A1EX-na/MARKET");
        assertThat(written.body().path("custbody_drayage_order_id").asText()).isEqualTo("111-222-333");
        assertThat(written.body().path("item").path("items").findValuesAsText("custcol_drayage_line_id"))
                .containsExactly("L1", "L2");
    }
}
