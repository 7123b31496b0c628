package dev.drayage.threepl.internal.x12.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What was told of orders whose numbers differ by a part. */
class ToldLinesStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
    private static final AccountId ACCOUNT = new AccountId("warehouse", "W1");

    private final ToldLinesStore sent =
            new ToldLinesStore(new InMemorySyncStore(new SettableTime(NOW)).connectorState("default", ACCOUNT));

    @Test
    void an_order_and_its_part_do_not_take_each_others_lines() {
        sent.remember("1001/1", order("SKU-OF-PART"));
        sent.remember("1001", order("SKU-OF-ORDER"));
        assertThat(sent.lines("1001/1")).isPresent();
        assertThat(sent.lines("1001").orElseThrow()).hasSize(1);
    }

    private static WarehouseOrder order(String sku) {
        return WarehouseOrder.builder()
                .ref(RecordRef.of(ACCOUNT, RecordType.WAREHOUSE_ORDER, sku))
                .number(sku)
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, sku))
                .released(true)
                .placedAt(NOW)
                .addLines(WarehouseOrderLine.builder()
                        .line(LineReference.erp("1"))
                        .sku(sku)
                        .quantity(BigDecimal.ONE)
                        .location("6")
                        .build())
                .build();
    }
}
