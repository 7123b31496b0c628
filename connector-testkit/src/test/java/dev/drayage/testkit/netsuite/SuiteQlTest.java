package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuiteQlTest {
    private TestAccount netSuite = TestAccount.open();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private String shipped(String order, String externalId, String tracking) {
        return netSuite.created(netSuite.post(
                "salesOrder/" + order + "/!transform/itemFulfillment", """
                {"externalId": "%s", "shipStatus": {"id": "C"}, "shipMethod": {"id": "92"},
                 "package": {"items": [{"packageTrackingNumber": "%s"}]}}
                """.formatted(externalId, tracking)));
    }

    @Test
    void prefer_transient_is_demanded() {
        HttpResponse<String> answer = netSuite.send(netSuite.request("/services/rest/query/v1/suiteql")
                .POST(BodyPublishers.ofString("{\"q\": \"SELECT id FROM transaction\"}"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void the_offset_must_be_a_multiple_of_the_limit() {
        assertThat(netSuite.suiteQl("?limit=10&offset=15", "SELECT id FROM item ORDER BY id")
                        .statusCode())
                .isEqualTo(400);
        assertThat(netSuite.suiteQl("?limit=1001", "SELECT id FROM item ORDER BY id")
                        .statusCode())
                .isEqualTo(400);
        String page = netSuite.suiteQl("?limit=2&offset=2", "SELECT id FROM item ORDER BY id")
                .body();
        assertThat(page).contains("\"count\":2").contains("\"hasMore\":true").contains("\"totalResults\":6");
    }

    @Test
    void numbers_are_text_keys_are_lower_case_and_null_columns_are_left_out() {
        String id = netSuite.order("SHOP-1");
        assertThat(netSuite.rows("SELECT t.ID, t.foreignTotal AS Amount, t.memo, t.status FROM Transaction t"))
                .containsExactly("{\"id\":\"" + id + "\",\"amount\":\"79.9\",\"status\":\"B\"}");
    }

    @Test
    void the_order_of_a_channel_is_found_by_external_id() {
        String id = netSuite.order("SHOP-1");
        netSuite.order("SHOP-2");
        assertThat(netSuite.rows(
                        "SELECT id, tranid, BUILTIN.DF(status) AS st, BUILTIN.DF(entity) AS who FROM transaction"
                                + " WHERE type = ? AND externalid IN (?, ?) ORDER BY id",
                        "SalesOrd",
                        "SHOP-1",
                        "SHOP-9"))
                .containsExactly("{\"id\":\"" + id + "\",\"tranid\":\"SO1001\",\"st\":\"Sales Order : Pending"
                        + " Fulfillment\",\"who\":\"Glenrock General Hospital\"}");
        assertThat(netSuite.rows("SELECT id FROM transaction WHERE status = 'SalesOrd:B'"))
                .isEmpty();
    }

    @Test
    void fulfilments_shipped_since_a_time_come_with_the_reference_of_their_order() {
        String order = netSuite.order("SHOP-1");
        netSuite.clock().advance(Duration.ofHours(1));
        String fulfillment = shipped(order, "3PL-1", "1Z1");
        assertThat(netSuite.rows("""
                        SELECT f.id AS ful_id, f.tranid AS ful_no, f.externalid AS ful_ext,
                               TO_CHAR(f.trandate,'YYYY-MM-DD') AS ship_date,
                               BUILTIN.DF(f.shipmethod) AS ship_method, so.id AS so_id, so.otherrefnum AS so_ref
                        FROM transaction f
                        JOIN transactionline fl ON fl.transaction = f.id AND fl.mainline = 'T'
                        JOIN transaction so ON so.id = fl.createdfrom
                        WHERE f.type = 'ItemShip' AND f.status = 'C' AND so.type = 'SalesOrd'
                          AND f.lastmodifieddate >= TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS') AND f.id > ?
                        ORDER BY f.id FETCH FIRST 1000 ROWS ONLY""", "2026-06-14 00:00:00", "0"))
                .containsExactly("{\"ful_id\":\"" + fulfillment + "\",\"ful_no\":\"IF1001\",\"ful_ext\":\"3PL-1\","
                        + "\"ship_date\":\"2026-06-15\",\"ship_method\":\"UPS Ground\",\"so_id\":\"" + order
                        + "\",\"so_ref\":\"1001\"}");
    }

    @Test
    void fulfilled_quantities_and_tracking_numbers_are_read_through_links() {
        String order = netSuite.order("SHOP-1");
        String fulfillment = shipped(order, "3PL-1", "1Z1");
        assertThat(netSuite.rows("""
                        SELECT l.nextdoc AS ful_id, l.previousline AS order_line, i.itemid AS sku,
                               ABS(fl.quantity) AS qty, fl.location, fl.quantity AS signed
                        FROM PreviousTransactionLineLink l
                        JOIN transactionline fl ON fl.transaction = l.nextdoc AND fl.id = l.nextline
                        JOIN item i ON i.id = fl.item
                        WHERE l.linktype = 'ShipRcpt' AND l.nextdoc IN (?, ?)
                        ORDER BY l.nextdoc, l.previousline""", fulfillment, "1"))
                .containsExactly("{\"ful_id\":\"" + fulfillment + "\",\"order_line\":\"1\",\"sku\":\"MUG-BLUE\","
                        + "\"qty\":\"2\",\"location\":\"6\",\"signed\":\"-2\"}");
        assertThat(netSuite.rows("""
                        SELECT m.transaction AS ful_id, tn.trackingnumber FROM TrackingNumberMap m
                        JOIN TrackingNumber tn ON tn.id = m.trackingnumber
                        WHERE m.transaction IN (?) ORDER BY m.transaction, tn.id""", fulfillment))
                .containsExactly("{\"ful_id\":\"" + fulfillment + "\",\"trackingnumber\":\"1Z1\"}");
    }

    @Test
    void what_an_order_came_from_stands_on_lines_only_and_tracking_numbers_not_on_the_transaction() {
        for (String column : List.of("createdfrom", "trackingnumbers", "linkedtrackingnumbers", "shipstatus")) {
            HttpResponse<String> answer = netSuite.suiteQl("", "SELECT t." + column + " FROM transaction t");
            assertThat(TestAccount.refusal(answer))
                    .startsWith("400 INVALID_PARAMETER")
                    .contains(column);
        }
        assertThat(netSuite.suiteQl("", "SELECT a FROM nosuchtable").statusCode())
                .isEqualTo(400);
    }

    @Test
    void times_are_in_the_zone_of_the_account_unless_brought_to_utc() {
        netSuite.order("SHOP-1");
        assertThat(netSuite.rows("""
                        SELECT lastmodifieddate AS bare,
                               TO_CHAR(lastmodifieddate, 'YYYY-MM-DD HH24:MI:SS') AS session,
                               TO_CHAR(SYS_EXTRACT_UTC(lastmodifieddate), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS utc
                        FROM transaction"""))
                .containsExactly("{\"bare\":\"06/15/2026\",\"session\":\"2026-06-15 09:00:00\","
                        + "\"utc\":\"2026-06-15T16:00:00Z\"}");
        String careless = "SELECT id FROM transaction WHERE lastmodifieddate >= TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS')";
        String careful = "SELECT id FROM transaction"
                + " WHERE SYS_EXTRACT_UTC(lastmodifieddate) >= TO_TIMESTAMP(?, 'YYYY-MM-DD HH24:MI:SS')";
        assertThat(netSuite.rows(careless, "2026-06-15 15:00:00")).isEmpty();
        assertThat(netSuite.rows(careful, "2026-06-15 15:00:00")).hasSize(1);
    }

    @Test
    void pages_without_a_unique_order_repeat_and_miss_rows() {
        for (int i = 0; i < 60; i++) {
            netSuite.order("SHOP-" + i);
        }
        List<String> paged = new ArrayList<>();
        List<String> keyed = new ArrayList<>();
        for (int offset = 0; offset < 60; offset += 20) {
            paged.add(netSuite.suiteQl("?limit=20&offset=" + offset, "SELECT id FROM transaction")
                    .body());
            String last = keyed.isEmpty() ? "0" : keyed.get(keyed.size() - 1).replaceAll("\\D", "");
            keyed.addAll(netSuite.rows(
                    "SELECT id FROM transaction WHERE type = 'SalesOrd' AND id > ? ORDER BY id"
                            + " FETCH FIRST 20 ROWS ONLY",
                    last));
        }
        List<String> ids = new ArrayList<>();
        for (String page : paged) {
            Json.rows(Json.object().set("p", Json.parseObject(page.getBytes(StandardCharsets.UTF_8))), "p")
                    .forEach(row -> ids.add(row.path("id").asText()));
        }
        assertThat(new HashSet<>(ids)).hasSizeLessThan(60);
        assertThat(new HashSet<>(keyed)).hasSize(60);
    }

    @Test
    void queries_see_a_write_only_after_the_lag() {
        netSuite.simulator().queriesLagBehind(Duration.ofSeconds(30));
        String order = netSuite.order("SHOP-1");
        assertThat(netSuite.rows("SELECT id FROM transaction")).isEmpty();
        assertThat(netSuite.get("salesOrder/" + order).path("id").asText()).isEqualTo(order);
        netSuite.clock().advance(Duration.ofSeconds(30));
        assertThat(netSuite.rows("SELECT status FROM transaction")).containsExactly("{\"status\":\"B\"}");
        netSuite.simulator().clerk().closeOrder(order);
        assertThat(netSuite.rows("SELECT status FROM transaction")).containsExactly("{\"status\":\"B\"}");
        netSuite.clock().advance(Duration.ofSeconds(30));
        assertThat(netSuite.rows("SELECT status FROM transaction")).containsExactly("{\"status\":\"H\"}");
        netSuite.simulator().clerk().delete("salesOrder", order);
        assertThat(netSuite.rows("SELECT id FROM transaction WHERE externalid = 'SHOP-1'"))
                .hasSize(1);
        assertThat(netSuite.rows("SELECT id FROM transaction WHERE id = ?", order))
                .hasSize(1);
        assertThat(netSuite.rows("SELECT id FROM transaction")).hasSize(1);
        netSuite.clock().advance(Duration.ofSeconds(30));
        assertThat(netSuite.rows("SELECT id FROM transaction")).isEmpty();
    }

    @Test
    void a_role_without_permission_gets_no_rows_and_no_error() {
        netSuite.order("SHOP-1");
        netSuite.simulator().revokePermission("salesOrder");
        assertThat(netSuite.rows("SELECT id FROM transaction WHERE type = 'SalesOrd'"))
                .isEmpty();
    }

    @Test
    void inactive_items_are_rows_unless_filtered() {
        netSuite.simulator().clerk().inactivateItem("inventoryItem", "99");
        String query = "SELECT id, itemtype, isinactive FROM item WHERE itemid IN (?, ?)";
        assertThat(netSuite.rows(query + " ORDER BY id", "MUG-BLUE", "MUG-RED"))
                .containsExactly(
                        "{\"id\":\"98\",\"itemtype\":\"InvtPart\",\"isinactive\":\"F\"}",
                        "{\"id\":\"99\",\"itemtype\":\"InvtPart\",\"isinactive\":\"T\"}");
        assertThat(netSuite.rows(query + " AND NVL(isinactive,'F') = 'F'", "MUG-BLUE", "MUG-RED"))
                .hasSize(1);
        assertThat(netSuite.rows("SELECT id FROM item WHERE UPPER(itemid) LIKE 'MUG-%' AND id <> 120"))
                .hasSize(2);
    }

    @Test
    void lines_show_sales_negative_and_charges_as_rows_of_their_own() {
        netSuite.created(netSuite.post(
                "salesOrder",
                TestAccount.orderBody("SHOP-1")
                        .replaceFirst("\\{", "{\"shipMethod\": {\"id\": \"92\"}, \"shippingCost\": 7.95,")));
        assertThat(netSuite.rows("""
                        SELECT tl.id, tl.mainline, tl.itemtype, tl.quantity, tl.foreignamount,
                               tl.custcol_channel_line_id AS channel_line
                        FROM transactionline tl JOIN transaction t ON t.id = tl.transaction
                        WHERE t.externalid = ? AND tl.taxline = 'F' ORDER BY tl.id""", "SHOP-1"))
                .containsExactly(
                        "{\"id\":\"0\",\"mainline\":\"T\",\"foreignamount\":\"87.85\"}",
                        "{\"id\":\"1\",\"mainline\":\"F\",\"itemtype\":\"InvtPart\",\"quantity\":\"-2\","
                                + "\"foreignamount\":\"-79.9\",\"channel_line\":\"9001\"}",
                        "{\"id\":\"2\",\"mainline\":\"F\",\"itemtype\":\"ShipItem\",\"foreignamount\":\"-7.95\"}");
    }

    @Test
    void left_joins_keep_what_has_no_partner_and_counts_and_groups_add_up() {
        String order = netSuite.order("SHOP-1");
        netSuite.order("SHOP-2");
        shipped(order, "3PL-1", "1Z1");
        assertThat(netSuite.rows("""
                        SELECT t.externalid AS ext, l.nextdoc AS ful FROM transaction t
                        LEFT JOIN PreviousTransactionLineLink l ON l.previousdoc = t.id AND l.linktype = 'ShipRcpt'
                        WHERE t.type = 'SalesOrd' ORDER BY t.externalid""")).hasSize(2).last().isEqualTo("{\"ext\":\"SHOP-2\"}");
        assertThat(netSuite.rows("SELECT COUNT(*) AS n FROM transaction WHERE type = 'SalesOrd'"))
                .containsExactly("{\"n\":\"2\"}");
        assertThat(netSuite.rows(
                        "SELECT status, COUNT(*) AS n FROM transaction WHERE type = 'SalesOrd' GROUP BY status"))
                .containsExactly("{\"status\":\"B\",\"n\":\"1\"}", "{\"status\":\"F\",\"n\":\"1\"}");
        assertThat(netSuite.rows("SELECT DISTINCT type FROM transaction ORDER BY type"))
                .containsExactly("{\"type\":\"ItemShip\"}", "{\"type\":\"SalesOrd\"}");
    }

    @Test
    void deleted_records_leave_a_trace() {
        String fulfillment = shipped(netSuite.order("SHOP-1"), "3PL-1", "1Z1");
        netSuite.simulator().clerk().deleteFulfillment(fulfillment);
        assertThat(netSuite.rows("SELECT recordid, type FROM DeletedRecord"))
                .containsExactly("{\"recordid\":\"" + fulfillment + "\",\"type\":\"itemfulfillment\"}");
    }

    @Test
    void pages_can_come_twice_or_not_at_all() {
        netSuite.simulator().nextPages(1, PageFault.MISSING);
        assertThat(netSuite.suiteQl("", "SELECT id FROM item ORDER BY id").body())
                .contains("\"count\":0")
                .contains("\"totalResults\":6");
        netSuite.simulator().nextPages(1, PageFault.REPEATED);
        assertThat(netSuite.suiteQl("?limit=2&offset=2", "SELECT id FROM item ORDER BY id")
                        .body())
                .contains("\"id\":\"77\"");
    }

    @Test
    void what_the_dialect_does_not_have_is_refused() {
        for (String query : List.of(
                "SELECT id FROM transaction LIMIT 10",
                "SELECT id FROM transaction WHERE trandate > DATE '2026-01-01'",
                "SELECT id FROM transaction WHERE lastmodifieddate > '2026-01-01'",
                "SELECT id FROM transaction WHERE ROWNUM < 5",
                "WITH x AS (SELECT id FROM transaction) SELECT id FROM x",
                "SELECT * FROM transaction")) {
            netSuite.order("S" + query.hashCode());
            assertThat(netSuite.suiteQl("", query).statusCode()).as(query).isEqualTo(400);
        }
    }

    @Test
    void customers_are_found_by_mail_and_name_and_two_cannot_share_a_name() {
        String body = """
                {"isPerson": true, "firstName": "Alan", "lastName": "Rath", "email": "alan@glenrock.example",
                 "externalId": "SHOP-CU-1", "parent": {"id": "110"}, "subsidiary": {"id": "1"}}
                """;
        String id = netSuite.created(netSuite.post("customer", body));
        assertThat(netSuite.rows(
                        "SELECT id, entityid, isperson, parent FROM customer WHERE email = ?", "alan@glenrock.example"))
                .containsExactly(
                        "{\"id\":\"" + id + "\",\"entityid\":\"Alan Rath\",\"isperson\":\"T\",\"parent\":\"110\"}");
        assertThat(TestAccount.refusal(netSuite.post("customer", body.replace("SHOP-CU-1", "SHOP-CU-2"))))
                .endsWith("This entity already exists.");
        assertThat(TestAccount.refusal(netSuite.post("customer", "{\"companyName\": \"New\"}")))
                .endsWith("Please enter value(s) for: Subsidiary.");
    }
}
