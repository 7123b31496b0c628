package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What orders hold back, and the feed of what is available. */
class CommittedStockTest {
    private final TestAccount netSuite =
            TestAccount.open(settings -> settings.with(AccountPreference.ORDERS_COMMIT_STOCK));
    private final Clerk clerk = netSuite.simulator().clerk();

    @BeforeEach
    void tenMugs() {
        clerk.countStock("98", "6", BigDecimal.TEN, BigDecimal.ZERO);
        netSuite.clock().advance(Duration.ofHours(1));
    }

    @AfterEach
    void close() {
        netSuite.close();
    }

    /** On hand, committed, back-ordered, available and the hour of the last change of what is available. */
    private String stock() {
        return netSuite.rows("""
                        SELECT quantityonhand AS h, quantitycommitted AS c, quantitybackordered AS b, quantityavailable AS a,
                               TO_CHAR(SYS_EXTRACT_UTC(lastquantityavailablechange), 'HH24') AS at
                        FROM AggregateItemLocation WHERE item = 98""").get(0).replaceAll("[^0-9,-]", "").replace(",", " ");
    }

    @Test
    void an_approved_order_holds_back_what_it_asks_for_until_it_ships() {
        String order = netSuite.order("SHOP-1");
        assertThat(stock()).isEqualTo("10 2 0 8 17");
        netSuite.clock().advance(Duration.ofHours(1));
        String fulfillment = clerk.fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        assertThat(stock()).isEqualTo("8 0 0 8 17");
        netSuite.clock().advance(Duration.ofHours(1));
        clerk.deleteFulfillment(fulfillment);
        assertThat(stock()).isEqualTo("10 2 0 8 17");
        clerk.closeOrder(order);
        assertThat(stock()).isEqualTo("10 0 0 10 19");
    }

    @Test
    void an_order_that_waits_for_approval_holds_nothing_back() {
        String order = netSuite.created(netSuite.post(
                "salesOrder", TestAccount.orderBody("S").replaceFirst("\\{", "{\"orderStatus\": {\"id\": \"A\"},")));
        assertThat(stock()).isEqualTo("10 0 0 10 16");
        clerk.approve(order);
        assertThat(stock()).isEqualTo("10 2 0 8 17");
        clerk.cancelOrder(order);
        assertThat(stock()).isEqualTo("10 0 0 10 16");
    }

    @Test
    void no_more_is_committed_than_is_there_and_goods_that_come_serve_what_waits() {
        String order = netSuite.order("SHOP-1");
        clerk.changeQuantity(order, 1, new BigDecimal("15"));
        assertThat(stock()).isEqualTo("10 10 5 0 17");
        netSuite.clock().advance(Duration.ofHours(1));
        clerk.receiveStock("98", "6", new BigDecimal("3"));
        assertThat(stock()).isEqualTo("13 13 2 0 17");
        clerk.receiveStock("98", "6", new BigDecimal("3"));
        assertThat(stock()).isEqualTo("16 15 0 1 18");
    }

    @Test
    void a_deleted_order_and_a_kit_give_back_and_hold_back_as_they_should() {
        String kit = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "location": {"id": "6"}, "item": {"items": [{"item": {"id": "120"}, "quantity": 3}]}}"""));
        assertThat(stock()).isEqualTo("10 3 0 7 17");
        assertThat(netSuite.send("DELETE", TestAccount.RECORD + "salesOrder/" + kit, "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(stock()).isEqualTo("10 0 0 10 16");
    }

    @Test
    void an_invoice_an_adjustment_and_a_credit_show_in_the_feed() {
        String invoice = netSuite.created(netSuite.post("invoice", TestAccount.orderBody("I")));
        assertThat(stock()).isEqualTo("8 0 0 8 17");
        netSuite.clock().advance(Duration.ofHours(1));
        netSuite.simulator().bookkeeper().credit(invoice, "{}");
        assertThat(stock()).isEqualTo("10 0 0 10 18");
        netSuite.clock().advance(Duration.ofHours(1));
        netSuite.created(netSuite.post("inventoryAdjustment", """
                {"account": {"id": "5"}, "subsidiary": {"id": "1"},
                 "inventory": {"items": [{"item": {"id": "98"}, "location": {"id": "6"}, "adjustQtyBy": -4}]}}"""));
        assertThat(stock()).isEqualTo("6 0 0 6 19");
        assertThat(netSuite.rows("""
                        SELECT t.type, tl.quantity FROM transactionline tl JOIN transaction t ON t.id = tl.transaction
                        WHERE tl.isinventoryaffecting = 'T' AND tl.item = 98 ORDER BY t.id"""))
                .containsExactly(
                        "{\"type\":\"CustInvc\",\"quantity\":\"-2\"}",
                        "{\"type\":\"CustCred\",\"quantity\":\"2\"}",
                        "{\"type\":\"InvAdjst\",\"quantity\":\"-4\"}");
    }
}
