package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lots and serial numbers, from receipt to shipment. */
class InventoryDetailTest {
    private final TestAccount netSuite =
            TestAccount.open(settings -> settings.seed(Seed.lotNumberedItem(200, "SALVE", new BigDecimal("12.00")))
                    .seed(Seed.serializedItem(201, "SCANNER", new BigDecimal("400.00")))
                    .seed(Seed.location(7, "Fallon")));
    private final NetSuiteSimulator simulator = netSuite.simulator();

    @BeforeEach
    void receive() {
        simulator.clerk().receiveStock("200", "6", new BigDecimal("5"), "LOT-A");
        simulator.clerk().receiveStock("200", "6", new BigDecimal("4"), "LOT-B");
        simulator.clerk().receiveStock("201", "6", BigDecimal.ONE, "SN-1");
        simulator.clerk().receiveStock("201", "6", BigDecimal.ONE, "SN-2");
    }

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String order(String item, int quantity) {
        return netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "location": {"id": "6"},
                 "item": {"items": [{"item": {"id": "%s"}, "quantity": %d, "location": {"id": "6"}}]}}
                """.formatted(item, quantity)));
    }

    private HttpResponse<String> ship(String order, String assignments) {
        return netSuite.post("salesOrder/" + order + "/!transform/itemFulfillment", """
                {"shipStatus": {"id": "C"}, "item": {"items": [{"orderLine": 1, "location": {"id": "6"}%s}]}}
                """.formatted(detail(assignments)));
    }

    private static String detail(String assignments) {
        return assignments.isEmpty()
                ? ""
                : ", \"inventoryDetail\": {\"inventoryAssignment\": {\"items\": [" + assignments + "]}}";
    }

    private static String issue(String number, int quantity) {
        return "{\"issueInventoryNumber\": {\"refName\": \"" + number + "\"}, \"quantity\": " + quantity + "}";
    }

    private HttpResponse<String> adjust(String item, String by, String assignments) {
        return netSuite.post("inventoryAdjustment", """
                {"account": {"id": "155"}, "subsidiary": {"id": "1"}, "inventory": {"items": [
                   {"item": {"id": "%s"}, "location": {"id": "6"}, "adjustQtyBy": %s%s}]}}
                """.formatted(item, by, detail(assignments)));
    }

    private static String receive(String number, int quantity) {
        return "{\"receiptInventoryNumber\": \"" + number + "\", \"quantity\": " + quantity + "}";
    }

    @Test
    void lots_leave_with_the_shipment_and_come_back_with_it() {
        String fulfillment = netSuite.created(ship(order("200", 6), issue("LOT-A", 4) + "," + issue("LOT-B", 2)));
        assertThat(simulator.inventoryNumbers("200", "6"))
                .containsOnly(entry("LOT-A", BigDecimal.ONE), entry("LOT-B", new BigDecimal("2")));
        assertThat(simulator.onHand("200", "6")).isEqualByComparingTo("3");
        JsonNode read = netSuite.get("itemFulfillment/" + fulfillment + "?expandSubResources=true");
        assertThat(read.path("item")
                        .path("items")
                        .path(0)
                        .path("inventoryDetail")
                        .path("inventoryAssignment")
                        .path("items")
                        .path(0)
                        .path("issueInventoryNumber")
                        .path("refName")
                        .asText())
                .isEqualTo("LOT-A");
        simulator.clerk().deleteFulfillment(fulfillment);
        assertThat(simulator.onHand("200", "6", "LOT-A")).isEqualByComparingTo("5");
    }

    @Test
    void a_number_is_found_by_its_internal_id_which_queries_tell() {
        String id = netSuite.rows(
                        "SELECT id FROM inventorynumber WHERE inventorynumber = ? AND item = ?", "SN-2", "201")
                .get(0)
                .replaceAll("\\D", "");
        netSuite.created(
                ship(order("201", 1), "{\"issueInventoryNumber\": {\"id\": \"" + id + "\"}, \"quantity\": 1}"));
        assertThat(simulator.inventoryNumbers("201", "6")).containsOnlyKeys("SN-1");
    }

    @Test
    void without_a_detail_numbered_goods_do_not_leave() {
        String order = order("200", 2);
        assertThat(TestAccount.refusal(ship(order, "")))
                .isEqualTo("400 USER_ERROR: Please configure the inventory detail for this line.");
        String packed =
                simulator.clerk().pack(order, "{\"item\":{\"items\":[{\"orderLine\":1,\"location\":{\"id\":\"6\"}}]}}");
        assertThatThrownBy(() -> simulator.clerk().markShipped(packed)).hasMessageContaining("inventory detail");
        netSuite.created(netSuite.patch(
                "itemFulfillment/" + packed,
                "{\"shipStatus\": {\"id\": \"C\"}, \"item\": {\"items\": [{\"line\": 1" + detail(issue("LOT-B", 2))
                        + "}]}}"));
        assertThat(simulator.onHand("200", "6", "LOT-B")).isEqualByComparingTo("2");
    }

    @Test
    void the_detail_accounts_for_every_piece_with_numbers_that_are_there() {
        String order = order("200", 6);
        assertThat(TestAccount.refusal(ship(order, issue("LOT-A", 5))))
                .contains("The total inventory detail quantity must be 6.");
        assertThat(TestAccount.refusal(ship(order, issue("LOT-A", 6)))).contains("not enough");
        assertThat(TestAccount.refusal(ship(order, issue("LOT-X", 6)))).contains("Invalid Field Value LOT-X");
        assertThat(TestAccount.refusal(ship(order, receive("LOT-A", 6)))).contains("Serial/Lot Number");
        assertThat(simulator.onHand("200", "6")).isEqualByComparingTo("9");
    }

    @Test
    void a_serial_number_is_one_piece_and_leaves_once() {
        String order = order("201", 2);
        assertThat(TestAccount.refusal(ship(order, issue("SN-1", 2)))).contains("stands for one piece");
        assertThat(TestAccount.refusal(ship(order, issue("SN-1", 1) + "," + issue("SN-1", 1))))
                .contains("stands for one piece");
        netSuite.created(ship(order, issue("SN-1", 1) + "," + issue("SN-2", 1)));
        assertThat(simulator.onHand("201", "6")).isZero();
        assertThat(TestAccount.refusal(ship(order("201", 1), issue("SN-1", 1)))).contains("not enough");
    }

    @Test
    void adjustments_bring_new_numbers_in_and_take_known_ones_out() {
        assertThat(TestAccount.refusal(adjust("200", "3", ""))).contains("configure the inventory detail");
        netSuite.created(adjust("200", "3", receive("LOT-C", 3)));
        assertThat(simulator.onHand("200", "6", "LOT-C")).isEqualByComparingTo("3");
        netSuite.created(adjust("200", "-2", issue("LOT-C", -2)));
        assertThat(simulator.onHand("200", "6", "LOT-C")).isEqualByComparingTo("1");
        assertThat(TestAccount.refusal(adjust("200", "-2", issue("LOT-C", -2)))).contains("not enough");
        assertThat(TestAccount.refusal(adjust("201", "1", receive("SN-1", 1)))).contains("in stock already");
    }

    @Test
    void an_adjustment_whose_lot_has_left_cannot_be_deleted() {
        String adjustment = netSuite.created(adjust("200", "3", receive("LOT-C", 3)));
        String fulfillment = netSuite.created(ship(order("200", 1), issue("LOT-C", 1)));
        assertThat(TestAccount.refusal(
                        netSuite.send("DELETE", TestAccount.RECORD + "inventoryAdjustment/" + adjustment, "")))
                .contains("not enough");
        simulator.clerk().deleteFulfillment(fulfillment);
        simulator.clerk().delete("inventoryAdjustment", adjustment);
        assertThat(simulator.onHand("200", "6")).isEqualByComparingTo("9");
    }

    @Test
    void queries_show_numbers_by_location_and_by_transaction_line() {
        String fulfillment = netSuite.created(ship(order("200", 4), issue("LOT-A", 4)));
        String adjustment = netSuite.created(adjust("200", "3", receive("LOT-C", 3)));
        assertThat(netSuite.rows("""
                        SELECT n.inventorynumber, l.location, l.quantityonhand
                        FROM inventorynumber n
                        JOIN inventorynumberlocation l ON l.inventorynumber = n.id
                        WHERE n.item = ? ORDER BY n.inventorynumber""", "200"))
                .containsExactly(
                        "{\"inventorynumber\":\"LOT-A\",\"location\":\"6\",\"quantityonhand\":\"1\"}",
                        "{\"inventorynumber\":\"LOT-B\",\"location\":\"6\",\"quantityonhand\":\"4\"}",
                        "{\"inventorynumber\":\"LOT-C\",\"location\":\"6\",\"quantityonhand\":\"3\"}");
        assertThat(netSuite.rows("""
                        SELECT a.transaction, a.transactionline, BUILTIN.DF(a.inventorynumber) AS lot, a.quantity
                        FROM inventoryassignment a WHERE a.transaction IN (?, ?) ORDER BY a.transaction""", fulfillment, adjustment))
                .containsExactly(
                        "{\"transaction\":\"" + fulfillment
                                + "\",\"transactionline\":\"1\",\"lot\":\"LOT-A\",\"quantity\":\"-4\"}",
                        "{\"transaction\":\"" + adjustment
                                + "\",\"transactionline\":\"1\",\"lot\":\"LOT-C\",\"quantity\":\"3\"}");
        assertThat(netSuite.rows(
                        "SELECT itemid, islotitem, isserialitem FROM item WHERE id IN (200, 201, 98) ORDER BY id"))
                .containsExactly(
                        "{\"itemid\":\"MUG-BLUE\",\"islotitem\":\"F\",\"isserialitem\":\"F\"}",
                        "{\"itemid\":\"SALVE\",\"islotitem\":\"T\",\"isserialitem\":\"F\"}",
                        "{\"itemid\":\"SCANNER\",\"islotitem\":\"F\",\"isserialitem\":\"T\"}");
    }

    @Test
    void the_balance_has_a_row_per_number_and_one_per_item_without() {
        simulator.clerk().countStock("98", "7", BigDecimal.TEN, BigDecimal.ZERO);
        assertThat(netSuite.rows("""
                        SELECT b.item, b.location, BUILTIN.DF(b.inventorynumber) AS number, b.quantityonhand
                        FROM InventoryBalance b WHERE b.item <> 201 ORDER BY b.item, b.quantityonhand"""))
                .containsExactly(
                        "{\"item\":\"98\",\"location\":\"7\",\"quantityonhand\":\"10\"}",
                        "{\"item\":\"200\",\"location\":\"6\",\"number\":\"LOT-B\",\"quantityonhand\":\"4\"}",
                        "{\"item\":\"200\",\"location\":\"6\",\"number\":\"LOT-A\",\"quantityonhand\":\"5\"}");
    }

    @Test
    void goods_with_numbers_are_received_by_number() {
        assertThatThrownBy(() -> simulator.clerk().receiveStock("200", "6", BigDecimal.ONE))
                .hasMessageContaining("say which you receive");
        assertThatThrownBy(() -> simulator.clerk().receiveStock("98", "6", BigDecimal.ONE, "LOT-A"))
                .hasMessageContaining("has no lot or serial numbers");
        assertThatThrownBy(() -> simulator.clerk().receiveStock("201", "6", BigDecimal.ONE, "SN-1"))
                .hasMessageContaining("stands for one piece");
    }

    @Test
    void numbers_cannot_be_entered_on_their_own() {
        assertThat(netSuite.post("inventoryNumber", "{\"inventoryNumber\": \"LOT-Z\"}")
                        .statusCode())
                .isEqualTo(400);
    }
}
