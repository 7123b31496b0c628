package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CashSaleTest {
    private TestAccount netSuite = TestAccount.open();

    @AfterEach
    void close() {
        netSuite.close();
    }

    private void reopen(UnaryOperator<NetSuiteSimulatorBuilder> settings) {
        netSuite.close();
        netSuite = TestAccount.open(settings);
    }

    private HttpResponse<String> bill(String order, String body) {
        return netSuite.post("salesOrder/" + order + "/!transform/cashSale", body);
    }

    @Test
    void a_cash_sale_stands_on_its_own_but_inventory_needs_a_location() {
        String body = TestAccount.orderBody("SHOP-CS-1");
        String id = netSuite.created(netSuite.post("cashSale", body));
        assertThat(netSuite.get("cashSale/" + id).path("tranId").asText()).isEqualTo("CS1001");
        assertThat(TestAccount.refusal(netSuite.post(
                        "cashSale",
                        body.replace("\"location\": {\"id\": \"6\"},", "").replace("CS-1", "CS-2"))))
                .endsWith("Please enter value(s) for: Location.");
    }

    @Test
    void goods_are_billed_after_they_were_shipped() {
        String order = netSuite.order("SHOP-1");
        assertThat(TestAccount.refusal(bill(order, "{}"))).contains("at least one line item");
        netSuite.simulator().clerk().fulfill(order, "{\"shipStatus\": {\"id\": \"C\"}}");
        netSuite.created(bill(order, "{}"));
        assertThat(netSuite.simulator().createdFrom(order))
                .extracting(StoredRecord::type)
                .containsExactly("itemFulfillment", "cashSale");
    }

    @Test
    void with_billing_in_advance_an_order_is_billed_before_it_ships() {
        reopen(settings -> settings.with(AccountPreference.BILL_IN_ADVANCE_OF_FULFILLMENT));
        String order = netSuite.order("SHOP-1");
        String id = netSuite.created(bill(order, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 1}]}}"));
        assertThat(netSuite.simulator().record("cashSale", id).orElseThrow().total())
                .hasValue(new BigDecimal("39.95"));
        assertThat(bill(order, "{\"item\": {\"items\": [{\"orderLine\": 1, \"quantity\": 2}]}}")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_closed_period_takes_no_posting_document() {
        reopen(settings -> settings.closedThrough(LocalDate.of(2026, 5, 31)));
        String late = TestAccount.orderBody("S").replaceFirst("\\{", "{\"tranDate\": \"2026-05-31\",");
        netSuite.created(netSuite.post("salesOrder", late));
        assertThat(TestAccount.refusal(netSuite.post("cashSale", late.replace("\"S\"", "\"C\""))))
                .startsWith("400 USER_ERROR")
                .contains("closed");
    }

    @Test
    void the_day_of_a_document_is_cut_in_the_zone_of_the_account() {
        netSuite.clock().advance(Duration.ofHours(14)); // 2026-06-16T06:00Z is still the 15th in Los Angeles
        String id = netSuite.order("SHOP-1");
        assertThat(netSuite.get("salesOrder/" + id).path("tranDate").asText()).isEqualTo("2026-06-15");
    }

    @Test
    void tax_details_need_suite_tax_and_then_count_to_the_cent() {
        String taxed = TestAccount.orderBody("S").replaceFirst("\\{", """
                {"taxDetailsOverride": true, "taxDetails": {"items": [
                   {"taxDetailsReference": {"id": "L1"}, "taxType": {"id": "11"}, "taxCode": {"id": "7"},
                    "taxBasis": 79.90, "taxRate": 8.25, "taxAmount": 6.59}]},""");
        assertThat(netSuite.post("salesOrder", taxed).statusCode()).isEqualTo(400);
        reopen(settings -> settings.with(AccountPreference.SUITE_TAX));
        String id = netSuite.created(netSuite.post("salesOrder", taxed));
        assertThat(netSuite.simulator().record("salesOrder", id).orElseThrow().total())
                .hasValue(new BigDecimal("86.49"));
    }

    @Test
    void free_goods_can_be_refused() {
        String free = TestAccount.orderBody("S").replace("39.95", "0");
        netSuite.created(netSuite.post("salesOrder", free));
        reopen(settings -> settings.with(AccountPreference.FREE_INVENTORY_LINES_REFUSED));
        assertThat(TestAccount.refusal(netSuite.post("salesOrder", free)))
                .isEqualTo("400 USER_ERROR: Inventory items must have a positive amount.");
    }

    @Test
    void an_item_of_another_subsidiary_is_an_invalid_field_value() {
        reopen(settings -> settings.seed(Seed.of(
                "inventoryItem",
                "{\"id\": 500, \"itemId\": \"EU-ONLY\", \"subsidiary\": {\"items\": [{\"id\": \"2\"}]}}")));
        assertThat(TestAccount.refusal(
                        netSuite.post("salesOrder", TestAccount.orderBody("S").replace("\"98\"", "\"500\""))))
                .contains("Invalid Field Value 500 for the following field: item");
    }

    @Test
    void replace_makes_the_lines_exactly_what_is_sent_unless_a_removed_one_was_fulfilled() {
        String order = netSuite.order("SHOP-1");
        String other = "{\"item\": {\"items\": [{\"item\": {\"id\": \"99\"}, \"quantity\": 1}]}}";
        netSuite.created(netSuite.patch("salesOrder/" + order + "?replace=item", other));
        assertThat(netSuite.get("salesOrder/" + order + "/item")
                        .path("totalResults")
                        .asInt())
                .isEqualTo(1);
        netSuite.simulator().clerk().fulfill(order, "{}");
        assertThat(netSuite.patch("salesOrder/" + order + "?replace=item", other)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void an_order_with_documents_cannot_be_deleted() {
        String order = netSuite.order("SHOP-1");
        String fulfillment = netSuite.simulator().clerk().fulfill(order, "{}");
        assertThat(netSuite.send("DELETE", TestAccount.RECORD + "salesOrder/" + order, "")
                        .statusCode())
                .isEqualTo(400);
        netSuite.simulator().clerk().deleteFulfillment(fulfillment);
        assertThat(netSuite.send("DELETE", TestAccount.RECORD + "salesOrder/" + order, "")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void stock_is_read_per_location_with_the_time_of_its_last_change() {
        netSuite.simulator().clerk().countStock("98", "6", new BigDecimal("38"), new BigDecimal("3"));
        netSuite.simulator().clerk().countStock("98", "6", new BigDecimal("40"), new BigDecimal("3"));
        assertThat(netSuite.rows("""
                        SELECT a.item, i.itemid AS sku, a.location, a.quantityavailable
                        FROM AggregateItemLocation a JOIN item i ON i.id = a.item
                        WHERE NVL(i.isinactive,'F') = 'F' AND a.location IN (?)
                          AND a.lastquantityavailablechange >= TO_DATE(?, 'YYYY-MM-DD HH24:MI:SS')
                        ORDER BY a.item, a.location""", "6", "2026-06-15 00:00:00"))
                .containsExactly(
                        "{\"item\":\"98\",\"sku\":\"MUG-BLUE\",\"location\":\"6\",\"quantityavailable\":\"37\"}");
    }
}
