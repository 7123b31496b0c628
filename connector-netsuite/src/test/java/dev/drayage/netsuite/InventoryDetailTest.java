package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.model.InventoryNumber;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.Money;
import dev.drayage.model.ShippedLine;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lots, serial numbers and the cost of the carriage reach the item fulfillment. */
class InventoryDetailTest extends FulfillmentBooks {
    @BeforeEach
    void keepSomeGoodsByNumber() {
        reopen(TestBooks.open(
                account -> account.seed(Seed.lotNumberedItem(120, "VITC-500", new BigDecimal("9.00")))
                        .seed(Seed.serializedItem(121, "DRILL-18V", new BigDecimal("90.00")))
                        .customField("custbody_freight", FieldKind.NUMBER),
                settings -> settings.set("fulfillment.freightField", "custbody_freight")));
        books.netSuite.clerk().receiveStock("120", "6", new BigDecimal("50"), "LOT2407A");
        books.netSuite.clerk().receiveStock("120", "6", new BigDecimal("50"), "LOT2407B");
        books.netSuite.clerk().receiveStock("121", "6", BigDecimal.ONE, "SN00A771");
    }

    private void enterOrderOf(String item, int quantity) {
        books.netSuite.clerk().enter("salesOrder", """
                        {"entity":{"id":"110"},"orderStatus":{"id":"B"},"custbody_drayage_order_id":"222-2",
                         "item":{"items":[{"item":{"id":"%s"},"quantity":%d,"rate":9,"location":{"id":"6"},
                           "custcol_drayage_line_id":"L1"}]}}
                        """.formatted(item, quantity));
    }

    private static ItemFulfillment shipment(int quantity, InventoryNumber... numbers) {
        return Shipments.of(
                        "S7",
                        "222-2",
                        new ShippedLine(
                                LineReference.channel("L1"), "", BigDecimal.valueOf(quantity), List.of(numbers)))
                .freight(Money.of("9.15", "USD"))
                .build();
    }

    private static InventoryNumber number(String number, int quantity) {
        return new InventoryNumber(number, BigDecimal.valueOf(quantity), Optional.empty());
    }

    @Test
    void lots_are_issued_as_the_warehouse_took_them() {
        enterOrderOf("120", 6);
        EffectOutcome outcome = write(shipment(6, number("LOT2407A", 4), number("LOT2407B", 2)));
        assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(books.netSuite.onHand("120", "6", "LOT2407A")).isEqualByComparingTo("46");
        assertThat(books.netSuite.onHand("120", "6", "LOT2407B")).isEqualByComparingTo("48");
        JsonNode stored = stored(ref(outcome));
        assertThat(stored.path("custbody_freight").decimalValue()).isEqualByComparingTo("9.15");
    }

    @Test
    void a_serial_number_is_issued() {
        enterOrderOf("121", 1);
        assertThat(write(shipment(1, number("SN00A771", 1)))).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(books.netSuite.onHand("121", "6")).isZero();
    }

    @Test
    void a_lot_that_the_account_does_not_know_is_named_in_the_refusal() {
        enterOrderOf("120", 6);
        EffectOutcome outcome = write(shipment(6, number("LOT9999", 6)));
        assertThat(((EffectOutcome.Rejected) outcome).violations().message()).contains("LOT9999", "inventory detail");
        assertThat(books.netSuite.onHand("120", "6", "LOT2407A")).isEqualByComparingTo("50");
    }

    @Test
    void numbers_of_an_item_that_is_not_kept_by_number_are_left_out() {
        enterOrderOf("98", 2);
        EffectOutcome outcome = write(shipment(2, number("LOT2407A", 2)));
        assertThat(outcome).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(stored(ref(outcome)).toString()).doesNotContain("inventoryDetail");
    }
}
