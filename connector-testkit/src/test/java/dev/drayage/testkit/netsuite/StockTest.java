package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies where, and how shipments change it. */
class StockTest {
    private final TestAccount netSuite = TestAccount.open(settings -> settings.seed(Seed.location(7, "Fallon")));
    private final Clerk clerk = netSuite.simulator().clerk();

    @BeforeEach
    void tenMugsInReno() {
        clerk.countStock("98", "6", BigDecimal.TEN, BigDecimal.ZERO);
    }

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String shipped(String order) {
        return netSuite.created(netSuite.post(
                "salesOrder/" + order + "/!transform/itemFulfillment", "{\"shipStatus\": {\"id\": \"C\"}}"));
    }

    private BigDecimal inReno() {
        return netSuite.simulator().onHand("98", "6");
    }

    @Test
    void goods_leave_when_they_are_shipped_and_not_when_they_are_picked_or_packed() {
        String order = netSuite.order("SHOP-1");
        String fulfillment = clerk.fulfill(order, "{}");
        assertThat(inReno()).isEqualByComparingTo("10");
        clerk.edit("itemFulfillment", fulfillment, "{\"shipStatus\": {\"id\": \"B\"}}");
        assertThat(inReno()).isEqualByComparingTo("10");
        clerk.markShipped(fulfillment);
        assertThat(inReno()).isEqualByComparingTo("8");
    }

    @Test
    void a_shipment_taken_back_or_deleted_gives_the_goods_back() {
        String fulfillment = shipped(netSuite.order("SHOP-1"));
        clerk.markNotShipped(fulfillment);
        assertThat(inReno()).isEqualByComparingTo("10");
        clerk.markShipped(fulfillment);
        clerk.markShipped(fulfillment);
        assertThat(inReno()).isEqualByComparingTo("8");
        clerk.deleteFulfillment(fulfillment);
        assertThat(inReno()).isEqualByComparingTo("10");
    }

    @Test
    void each_line_leaves_from_its_own_location() {
        clerk.receiveStock("98", "7", new BigDecimal("4"));
        String order = netSuite.order("SHOP-1");
        netSuite.created(netSuite.post("salesOrder/" + order + "/!transform/itemFulfillment", """
                {"shipStatus": {"id": "C"}, "item": {"items": [{"orderLine": 1, "location": {"id": "7"}}]}}
                """));
        assertThat(inReno()).isEqualByComparingTo("10");
        assertThat(netSuite.simulator().onHand("98", "7")).isEqualByComparingTo("2");
    }

    @Test
    void the_members_of_a_kit_leave_and_the_kit_itself_was_never_there() {
        String order = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "location": {"id": "6"},
                 "item": {"items": [{"item": {"id": "120"}, "quantity": 2}]}}
                """));
        shipped(order);
        assertThat(inReno()).isEqualByComparingTo("8");
        assertThat(netSuite.simulator().onHand("99", "6")).isEqualByComparingTo("-2");
        assertThat(netSuite.simulator().onHand("120", "6")).isZero();
        assertThat(netSuite.rows("""
                        SELECT tl.item, tl.quantity FROM transactionline tl
                        JOIN transaction t ON t.id = tl.transaction
                        WHERE t.type = 'ItemShip' AND tl.isinventoryaffecting = 'T' ORDER BY tl.id"""))
                .containsExactly("{\"item\":\"98\",\"quantity\":\"-2\"}", "{\"item\":\"99\",\"quantity\":\"-2\"}");
    }

    @Test
    void without_a_location_nothing_moves() {
        netSuite.close();
        try (TestAccount bare = TestAccount.open()) {
            String order = bare.created(bare.post("salesOrder", """
                    {"entity": {"id": "110"}, "item": {"items": [{"item": {"id": "98"}, "quantity": 2}]}}
                    """));
            bare.simulator().clerk().fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
            assertThat(bare.rows("SELECT item FROM AggregateItemLocation")).isEmpty();
        }
    }

    @Test
    void queries_show_the_stock_of_every_location_and_when_it_last_changed() {
        netSuite.clock().advance(Duration.ofHours(1));
        clerk.countStock("99", "7", new BigDecimal("5"), BigDecimal.ONE);
        netSuite.clock().advance(Duration.ofHours(1));
        shipped(netSuite.order("SHOP-1"));
        assertThat(netSuite.rows("""
                        SELECT a.item, a.location, BUILTIN.DF(a.location) AS place, a.quantityonhand,
                               a.quantityavailable, a.quantitycommitted, a.quantityonorder,
                               TO_CHAR(SYS_EXTRACT_UTC(a.lastquantityavailablechange), 'HH24:MI') AS at
                        FROM AggregateItemLocation a ORDER BY a.item, a.location"""))
                .containsExactly(
                        "{\"item\":\"98\",\"location\":\"6\",\"place\":\"Reno\",\"quantityonhand\":\"8\","
                                + "\"quantityavailable\":\"8\",\"quantitycommitted\":\"0\",\"quantityonorder\":\"0\","
                                + "\"at\":\"18:00\"}",
                        "{\"item\":\"99\",\"location\":\"7\",\"place\":\"Fallon\",\"quantityonhand\":\"5\","
                                + "\"quantityavailable\":\"4\",\"quantitycommitted\":\"1\",\"quantityonorder\":\"0\","
                                + "\"at\":\"17:00\"}");
        assertThat(netSuite.rows("""
                        SELECT l.item, l.location, l.quantityavailable, l.quantityonhand, l.quantityintransit
                        FROM inventoryitemlocations l JOIN item i ON i.id = l.item WHERE i.itemid = 'MUG-RED'"""))
                .containsExactly("{\"item\":\"99\",\"location\":\"7\",\"quantityavailable\":\"4\","
                        + "\"quantityonhand\":\"5\",\"quantityintransit\":\"0\"}");
    }

    @Test
    void queries_see_a_move_only_after_the_lag() {
        netSuite.clock().advance(Duration.ofHours(1));
        netSuite.simulator().queriesLagBehind(Duration.ofSeconds(30));
        String query = "SELECT quantityonhand FROM AggregateItemLocation WHERE item = 98";
        clerk.receiveStock("98", "6", BigDecimal.ONE);
        assertThat(netSuite.rows(query)).containsExactly("{\"quantityonhand\":\"10\"}");
        netSuite.clock().advance(Duration.ofSeconds(30));
        assertThat(netSuite.rows(query)).containsExactly("{\"quantityonhand\":\"11\"}");
    }

    @Test
    void the_lists_that_orders_point_to_can_be_read() {
        assertThat(netSuite.rows("SELECT id, name FROM location ORDER BY id"))
                .containsExactly("{\"id\":\"6\",\"name\":\"Reno\"}", "{\"id\":\"7\",\"name\":\"Fallon\"}");
        assertThat(netSuite.rows("SELECT id, itemid FROM item WHERE itemtype = 'ShipItem'"))
                .containsExactly("{\"id\":\"92\",\"itemid\":\"UPS Ground\"}");
        assertThat(netSuite.rows("SELECT id, itemid FROM shipitem"))
                .containsExactly("{\"id\":\"92\",\"itemid\":\"UPS Ground\"}");
    }
}
