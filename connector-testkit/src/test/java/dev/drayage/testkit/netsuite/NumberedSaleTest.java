package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods with lot numbers on documents that move them without a fulfilment. */
class NumberedSaleTest {
    private final MoneyAccount netSuite =
            MoneyAccount.open(settings -> settings.seed(Seed.lotNumberedItem(150, "TEA", new BigDecimal("9.00"))));

    @BeforeEach
    void tenPacks() {
        netSuite.simulator().clerk().receiveStock("150", "6", BigDecimal.TEN, "LOT-A");
    }

    @AfterEach
    void close() {
        netSuite.close();
    }

    private static String sale(String quantity, String assignment) {
        return """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "item": {"items": [
                  {"item": {"id": "150"}, "quantity": %1$s,
                   "inventoryDetail": {"inventoryAssignment": {"items": [{%2$s, "quantity": %1$s}]}}}]}}
                """.formatted(quantity, assignment);
    }

    private BigDecimal lot() {
        return netSuite.simulator().onHand("150", "6", "LOT-A");
    }

    @Test
    void an_invoice_takes_pieces_of_a_lot_and_a_credit_puts_them_back() {
        String issued = "\"issueInventoryNumber\": {\"refName\": \"LOT-A\"}";
        String invoice = netSuite.create("invoice", sale("3", issued));
        assertThat(lot()).isEqualByComparingTo("7");
        assertThat(netSuite.refused("invoice", sale("8", issued)))
                .contains("not enough of the lot or serial number LOT-A");
        netSuite.create("creditMemo", sale("1", "\"receiptInventoryNumber\": \"LOT-A\""));
        assertThat(lot()).isEqualByComparingTo("8");
        netSuite.simulator().bookkeeper().delete("invoice", invoice);
        assertThat(lot()).isEqualByComparingTo("11");
    }

    @Test
    void a_detail_must_account_for_all_pieces() {
        String body = sale("3", "\"issueInventoryNumber\": {\"refName\": \"LOT-A\"}")
                .replaceFirst("\"quantity\": 3", "\"quantity\": 4");
        assertThat(netSuite.refused("invoice", body)).contains("The total inventory detail quantity must be 4");
        assertThat(lot()).isEqualByComparingTo("10");
    }
}
