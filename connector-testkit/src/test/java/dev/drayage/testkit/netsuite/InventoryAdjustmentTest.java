package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stock corrections as a warehouse reports them. */
class InventoryAdjustmentTest {
    private final TestAccount netSuite =
            TestAccount.open(settings -> settings.closedThrough(LocalDate.parse("2026-05-31")));

    @AfterEach
    void close() {
        netSuite.close();
    }

    private HttpResponse<String> adjust(String externalId, String lines) {
        return netSuite.post("inventoryAdjustment", """
                {"externalId": "%s", "account": {"id": "155"}, "subsidiary": {"id": "1"}, "tranDate": "2026-06-14",
                 "adjLocation": {"id": "6"}, "memo": "cycle count", "inventory": {"items": [%s]}}
                """.formatted(externalId, lines));
    }

    private static String line(String item, String by) {
        return "{\"item\": {\"id\": \"%s\"}, \"location\": {\"id\": \"6\"}, \"adjustQtyBy\": %s}".formatted(item, by);
    }

    private BigDecimal mugs() {
        return netSuite.simulator().onHand("98", "6");
    }

    @Test
    void an_adjustment_changes_what_is_on_hand_and_is_read_back() {
        netSuite.simulator().clerk().countStock("98", "6", BigDecimal.TEN, BigDecimal.ZERO);
        String id = netSuite.created(
                adjust("3PL-IA-1", line("98", "-3, \"custcol_channel_line_id\": \"e1\"") + "," + line("99", "2")));
        assertThat(mugs()).isEqualByComparingTo("7");
        JsonNode read = netSuite.get("inventoryAdjustment/" + id + "?expandSubResources=true");
        assertThat(read.path("tranDate").asText()).isEqualTo("2026-06-14");
        assertThat(read.path("adjLocation").path("refName").asText()).isEqualTo("Reno");
        JsonNode line = read.path("inventory").path("items").path(0);
        assertThat(line.path("line").asInt()).isEqualTo(1);
        assertThat(line.path("adjustQtyBy").decimalValue()).isEqualByComparingTo("-3");
        assertThat(netSuite.rows("SELECT item, custcol_channel_line_id AS event FROM transactionline"
                        + " WHERE custcol_channel_line_id IS NOT NULL"))
                .containsExactly("{\"item\":\"98\",\"event\":\"e1\"}");
        assertThat(netSuite.simulator().records("inventoryAdjustment")).hasSize(1);
    }

    @Test
    void an_external_id_is_used_once() {
        netSuite.created(adjust("3PL-IA-1", line("98", "-3")));
        assertThat(TestAccount.refusal(adjust("3PL-IA-1", line("98", "-3")))).endsWith("This entity already exists.");
        assertThat(mugs()).isEqualByComparingTo("-3");
    }

    @Test
    void account_subsidiary_lines_locations_and_quantities_are_mandatory() {
        String body = "{\"subsidiary\": {\"id\": \"1\"}, \"account\": {\"id\": \"155\"}";
        assertThat(TestAccount.refusal(netSuite.post("inventoryAdjustment", "{\"subsidiary\": {\"id\": \"1\"}}")))
                .contains("Adjustment Account");
        assertThat(TestAccount.refusal(netSuite.post("inventoryAdjustment", "{\"account\": {\"id\": \"155\"}}")))
                .contains("Subsidiary");
        assertThat(TestAccount.refusal(netSuite.post("inventoryAdjustment", body + "}")))
                .contains("at least one line item");
        assertThat(TestAccount.refusal(netSuite.post(
                        "inventoryAdjustment",
                        body + ", \"inventory\": {\"items\": [{\"item\": {\"id\": \"98\"}, \"adjustQtyBy\": 1}]}}")))
                .contains("Location");
        assertThat(TestAccount.refusal(adjust("X", line("98", "0")))).contains("Adjust Qty. By");
        assertThat(TestAccount.refusal(adjust("X", line("77", "1")))).contains("Invalid Field Value 77");
    }

    @Test
    void a_closed_period_takes_no_adjustment() {
        String body = """
                {"account": {"id": "155"}, "subsidiary": {"id": "1"}, "tranDate": "2026-05-31",
                 "inventory": {"items": [%s]}}
                """.formatted(line("98", "1"));
        assertThat(TestAccount.refusal(netSuite.post("inventoryAdjustment", body)))
                .contains("closed");
    }

    @Test
    void what_was_posted_since_an_instant_can_be_summed() {
        String order = netSuite.order("SHOP-1");
        netSuite.created(adjust("3PL-IA-1", line("98", "10")));
        netSuite.clock().advance(Duration.ofHours(2));
        netSuite.created(adjust("3PL-IA-2", line("98", "-3")));
        netSuite.simulator().clerk().fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        netSuite.simulator().clerk().pack(netSuite.order("SHOP-2"), "{}");
        assertThat(netSuite.rows("""
                        SELECT tl.item, tl.location, SUM(tl.quantity) AS moved
                        FROM transactionline tl JOIN transaction t ON t.id = tl.transaction
                        WHERE tl.isinventoryaffecting = 'T'
                          AND SYS_EXTRACT_UTC(t.createddate) >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')
                        GROUP BY tl.item, tl.location""", "2026-06-15 17:00:00"))
                .containsExactly("{\"item\":\"98\",\"location\":\"6\",\"moved\":\"-5\"}");
        assertThat(mugs()).isEqualByComparingTo("5");
        assertThat(netSuite.rows("""
                        SELECT tranid, type, BUILTIN.DF(type) AS kind, memo, status, TO_CHAR(trandate, 'YYYY-MM-DD') AS day
                        FROM transaction WHERE externalid = '3PL-IA-2'"""))
                .containsExactly("{\"tranid\":\"IA1002\",\"type\":\"InvAdjst\",\"kind\":\"Inventory Adjustment\","
                        + "\"memo\":\"cycle count\",\"day\":\"2026-06-14\"}");
    }

    @Test
    void an_adjustment_that_is_changed_or_deleted_moves_the_difference() {
        String id = netSuite.created(adjust("3PL-IA-1", line("98", "10")));
        netSuite.created(netSuite.patch(
                "inventoryAdjustment/" + id, "{\"inventory\": {\"items\": [{\"line\": 1, \"adjustQtyBy\": 4}]}}"));
        assertThat(mugs()).isEqualByComparingTo("4");
        netSuite.simulator().clerk().delete("inventoryAdjustment", id);
        assertThat(mugs()).isZero();
    }
}
