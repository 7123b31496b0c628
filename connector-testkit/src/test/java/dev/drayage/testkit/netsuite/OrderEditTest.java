package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that are changed after they came in, by request and by hand. */
class OrderEditTest {
    private final TestAccount netSuite = TestAccount.open();
    private final Clerk clerk = netSuite.simulator().clerk();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private BigDecimal total(String order) {
        return netSuite.simulator()
                .record("salesOrder", order)
                .orElseThrow()
                .total()
                .orElseThrow();
    }

    private Instant modified(String order) {
        return netSuite.simulator().record("salesOrder", order).orElseThrow().lastModified();
    }

    private String patchRefused(String order, String line) {
        return TestAccount.refusal(netSuite.patch("salesOrder/" + order, "{\"item\": {\"items\": [" + line + "]}}"));
    }

    @Test
    void a_line_is_changed_by_its_number_and_a_line_without_one_is_added() {
        String order = netSuite.order("SHOP-1");
        Instant before = modified(order);
        netSuite.clock().advance(Duration.ofMinutes(1));
        netSuite.created(netSuite.patch("salesOrder/" + order, """
                {"item": {"items": [{"line": 1, "quantity": 3, "rate": 40},
                                    {"item": {"id": "99"}, "quantity": 1, "price": {"id": "-1"}, "rate": 5}]}}"""));
        assertThat(total(order)).isEqualByComparingTo("125.00");
        assertThat(modified(order)).isAfter(before);
        assertThat(patchRefused(order, "{\"line\": 7, \"quantity\": 1}"))
                .contains("Invalid Field Value 7 for the following field: line");
    }

    @Test
    void a_quantity_stays_above_what_was_fulfilled_or_billed() {
        String order = netSuite.order("SHOP-1");
        clerk.fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        assertThat(patchRefused(order, "{\"line\": 1, \"quantity\": 1}"))
                .isEqualTo("400 USER_ERROR: The quantity of line 1 cannot be lower than what was fulfilled or billed.");
        assertThatThrownBy(() -> clerk.changeQuantity(order, 1, BigDecimal.ONE))
                .hasMessageContaining("cannot be lower");
        clerk.changeQuantity(order, 1, new BigDecimal("4"));
        assertThat(netSuite.simulator()
                        .record("salesOrder", order)
                        .orElseThrow()
                        .status())
                .isEqualTo("E");
    }

    @Test
    void a_billed_order_keeps_its_lines_but_not_its_memo() {
        String order = netSuite.order("SHOP-1");
        clerk.fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        clerk.invoice(order, "{}");
        String refusal = "400 USER_ERROR: The lines of this order cannot be changed: it is billed or closed.";
        assertThat(patchRefused(order, "{\"line\": 1, \"quantity\": 3}")).isEqualTo(refusal);
        assertThat(patchRefused(order, "{\"line\": 1, \"rate\": 1}")).isEqualTo(refusal);
        assertThat(patchRefused(order, "{\"item\": {\"id\": \"99\"}, \"quantity\": 1}"))
                .isEqualTo(refusal);
        netSuite.created(netSuite.patch(
                "salesOrder/" + order,
                "{\"memo\": \"late\", \"item\": {\"items\": [{\"line\": 1, \"custcol_channel_line_id\": \"9\"}]}}"));
        assertThat(total(order)).isEqualByComparingTo("79.90");
    }

    @Test
    void a_closed_order_keeps_its_lines() {
        String order = netSuite.order("SHOP-1");
        clerk.closeOrder(order);
        clerk.closeOrder(order);
        assertThat(patchRefused(order, "{\"line\": 1, \"quantity\": 3}")).contains("billed or closed");
        assertThatThrownBy(() -> clerk.addLine(order, "99", BigDecimal.ONE, BigDecimal.TEN))
                .hasMessageContaining("billed or closed");
    }

    @Test
    void people_add_lines_change_rates_and_fields_and_approve() {
        String order = netSuite.created(netSuite.post(
                "salesOrder", TestAccount.orderBody("S").replaceFirst("\\{", "{\"orderStatus\": {\"id\": \"A\"},")));
        netSuite.clock().advance(Duration.ofMinutes(1));
        clerk.addLine(order, "99", new BigDecimal("2"), new BigDecimal("7.50"));
        clerk.changeRate(order, 1, new BigDecimal("30"));
        clerk.setOrderField(order, "memo", "\"rush\"");
        assertThat(total(order)).isEqualByComparingTo("75.00");
        assertThat(netSuite.simulator()
                        .record("salesOrder", order)
                        .orElseThrow()
                        .status())
                .isEqualTo("A");
        clerk.approve(order);
        assertThat(netSuite.rows("SELECT memo, status FROM transaction WHERE id = ?", order))
                .containsExactly("{\"memo\":\"rush\",\"status\":\"B\"}");
    }

    @Test
    void a_line_that_nobody_touches_keeps_its_price_when_the_item_has_become_dearer() {
        String order = netSuite.created(netSuite.post("salesOrder", """
                {"entity": {"id": "110"}, "item": {"items": [{"item": {"id": "98"}, "quantity": 1}]}}"""));
        clerk.changePrice("98", new BigDecimal("50.00"));
        netSuite.created(netSuite.patch("salesOrder/" + order, "{\"memo\": \"x\"}"));
        assertThat(total(order)).isEqualByComparingTo("45.00");
        clerk.changeQuantity(order, 1, new BigDecimal("2"));
        assertThat(total(order)).isEqualByComparingTo("100.00");
    }

    @Test
    void prices_follow_level_currency_and_quantity() {
        clerk.changePrice("98", "5", "1", BigDecimal.ZERO, new BigDecimal("40.00"));
        clerk.changePrice("98", "5", "1", BigDecimal.TEN, new BigDecimal("36.00"));
        clerk.changePrice("98", "5", "1", BigDecimal.TEN, new BigDecimal("35.00"));
        String body = """
                {"entity": {"id": "110"}, "item": {"items": [{"item": {"id": "98"}, "quantity": %s, "price": {"id": "5"}}]}}""";
        assertThat(total(netSuite.created(netSuite.post("salesOrder", body.formatted("9")))))
                .isEqualByComparingTo("360.00");
        assertThat(total(netSuite.created(netSuite.post("salesOrder", body.formatted("10")))))
                .isEqualByComparingTo("350.00");
        assertThat(netSuite.rows("""
                        SELECT p.pricelevel, p.currency, p.quantity, p.unitprice FROM pricing p
                        JOIN item i ON i.id = p.item WHERE i.itemid = 'MUG-BLUE' ORDER BY p.pricelevel, p.quantity"""))
                .containsExactly(
                        "{\"pricelevel\":\"1\",\"currency\":\"1\",\"quantity\":\"0\",\"unitprice\":\"45\"}",
                        "{\"pricelevel\":\"5\",\"currency\":\"1\",\"quantity\":\"0\",\"unitprice\":\"40\"}",
                        "{\"pricelevel\":\"5\",\"currency\":\"1\",\"quantity\":\"10\",\"unitprice\":\"35\"}");
    }

    @Test
    void product_data_is_read_with_the_time_of_its_change() {
        netSuite.clock().advance(Duration.ofHours(1));
        clerk.edit("inventoryItem", "98", """
                {"displayName": "Blue mug", "upcCode": "0012345", "isOnline": true, "storeDisplayName": "Mug, blue",
                 "weight": 0.4, "mpn": "M-1"}""");
        assertThat(netSuite.rows("""
                        SELECT displayname, upccode, isinactive, isonline, storedisplayname, weight, mpn,
                               TO_CHAR(SYS_EXTRACT_UTC(lastmodifieddate), 'HH24:MI') AS at
                        FROM item WHERE lastmodifieddate > TO_DATE('2026-06-15 09:30:00', 'YYYY-MM-DD HH24:MI:SS')"""))
                .containsExactly("{\"displayname\":\"Blue mug\",\"upccode\":\"0012345\",\"isinactive\":\"F\","
                        + "\"isonline\":\"T\",\"storedisplayname\":\"Mug, blue\",\"weight\":\"0.4\",\"mpn\":\"M-1\","
                        + "\"at\":\"17:00\"}");
        JsonNode item = netSuite.get("inventoryItem/98?expandSubResources=true");
        assertThat(item.path("storeDisplayName").asText()).isEqualTo("Mug, blue");
    }
}
