package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunReport;
import dev.drayage.error.ErrorCode;
import dev.drayage.store.RecordEntry;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.OrderBook;
import dev.drayage.testkit.amazon.SimulatedItem;
import dev.drayage.testkit.amazon.SimulatedOrder;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G1 and G4: one bad order among good ones is parked with its remedy; once its cause is mended it is booked once. */
class BadOrdersTest {
    private static final String BAD = "111-7777777-7777777";
    private static final Instant PLACED = SmallWorld.GO_LIVE.plus(Duration.ofHours(3));

    private final SmallWorld world;
    private final OrderBook orders;
    private final NetSuiteSimulator netsuite;

    BadOrdersTest(@TempDir Path folder) {
        world = FourOrders.world(folder.resolve("exchange"));
        orders = world.systems().amazon().orders();
        netsuite = world.systems().netsuite();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void G4_an_unknown_word_where_it_matters_parks_the_order() {
        orders.addRaw(BAD, PLACED, PLACED, raw("TELEPORTED", "10.00"));
        expectParked(ErrorCode.VALUE_UNKNOWN, "TELEPORTED");
        world.systems().amazon().plannedAnswers().next(Operation.GET_ORDER, 200, whole(raw("UNSHIPPED", "10.00")));
        expectBookedAfterRetry();
    }

    @Test
    void G4_an_unreadable_order_in_a_page_of_good_ones_parks_alone() {
        orders.addRaw(BAD, PLACED, PLACED, raw("UNSHIPPED", "ten"));
        expectParked(ErrorCode.RECORD_UNREADABLE, BAD);
        world.systems().amazon().plannedAnswers().next(Operation.GET_ORDER, 200, whole(raw("UNSHIPPED", "10.00")));
        expectBookedAfterRetry();
    }

    @Test
    void G4_an_order_without_lines_waits_for_a_person() {
        orders.addRaw(BAD, PLACED, PLACED, raw("UNSHIPPED", "10.00").replaceFirst("(?s)\\[\\{.*\\}\\]", "[]"));
        expectParked(ErrorCode.ORDER_WITHOUT_LINES, "no lines");
        world.systems().amazon().plannedAnswers().next(Operation.GET_ORDER, 200, whole(raw("UNSHIPPED", "10.00")));
        expectBookedAfterRetry();
    }

    @Test
    void G4_a_currency_that_the_account_lacks_is_named() {
        orders.add(order("MUG-BLUE").currency("CAD").build());
        expectParked(ErrorCode.CURRENCY_MISMATCH, "CAD");
        addCanadianDollars();
        letTheCustomerBuyInThem();
        expectBookedAfterRetry();
    }

    @Test
    void G4_a_currency_that_the_customer_lacks_is_told_in_the_accounts_own_words() {
        addCanadianDollars();
        orders.add(order("MUG-BLUE").currency("CAD").build());
        expectParked(ErrorCode.CURRENCY_MISMATCH, "currency");
        letTheCustomerBuyInThem();
        expectBookedAfterRetry();
    }

    @Test
    void G4_a_sku_that_no_item_has_is_named() {
        orders.add(order("KITE-RED").build());
        expectParked(ErrorCode.SKU_UNKNOWN, "KITE-RED");
        netsuite.seed(Seed.inventoryItem(5001, "KITE-RED", BigDecimal.ONE));
        expectBookedAfterRetry();
    }

    @Test
    void G4_a_sku_that_two_items_have_is_never_guessed() {
        world.netsuiteSettings.put("item.skuField", "upccode");
        FourOrders.skus().forEach((sku, id) -> netsuite.clerk().edit("inventoryItem", id, upc(sku)));
        for (long id = 5001; id <= 5002; id++) {
            netsuite.seed(Seed.inventoryItem(id, "KITE-" + id, BigDecimal.ONE));
            netsuite.clerk().edit("inventoryItem", Long.toString(id), upc("KITE-RED"));
        }
        orders.add(order("KITE-RED").build());
        expectParked(ErrorCode.SKU_AMBIGUOUS, "5001");
        netsuite.clerk().inactivateItem("inventoryItem", "5002");
        expectBookedAfterRetry();
    }

    @Test
    void G4_a_sku_of_an_inactive_item_is_named_with_the_item() {
        netsuite.seed(Seed.inventoryItem(5001, "KITE-RED", BigDecimal.ONE));
        netsuite.clerk().inactivateItem("inventoryItem", "5001");
        orders.add(order("KITE-RED").build());
        expectParked(ErrorCode.SKU_INACTIVE, "5001");
        netsuite.clerk().edit("inventoryItem", "5001", "{\"isInactive\":false}");
        expectBookedAfterRetry();
    }

    private static String upc(String sku) {
        return "{\"upcCode\":\"" + sku + "\"}";
    }

    private void addCanadianDollars() {
        netsuite.seed(Seed.of("currency", "{\"id\":2,\"name\":\"CAD\",\"symbol\":\"CAD\",\"exchangeRate\":0.7}"));
    }

    private void letTheCustomerBuyInThem() {
        netsuite.clerk().edit("customer", "110", "{\"currencyList\":{\"items\":[{\"currency\":{\"id\":\"2\"}}]}}");
    }

    private static SimulatedOrder.Builder order(String sku) {
        return SimulatedOrder.builder(BAD, PLACED)
                .item(SimulatedItem.builder("00000000000077", sku, 1, "10.00").build());
    }

    private static String raw(String status, String total) {
        return """
                {"orderId": "%s", "createdTime": "%s", "lastUpdatedTime": "%s", "programs": [],
                 "salesChannel": {"channelName": "AMAZON", "marketplaceId": "ATVPDKIKX0DER"},
                 "proceeds": {"grandTotal": {"amount": "%s", "currencyCode": "USD"}},
                 "fulfillment": {"fulfillmentStatus": "%s", "fulfilledBy": "MERCHANT",
                  "fulfillmentServiceLevel": "STANDARD"},
                 "orderItems": [{"orderItemId": "00000000000077", "quantityOrdered": 1,
                  "product": {"asin": "B0QUICK000", "title": "Mug", "sellerSku": "MUG-BLUE"},
                  "proceeds": {"proceedsTotal": {"amount": "10.00", "currencyCode": "USD"}, "breakdowns": [
                   {"type": "ITEM", "subtotal": {"amount": "10.00", "currencyCode": "USD"}}]}}]}
                """.formatted(BAD, PLACED, PLACED, total, status);
    }

    private static String whole(String order) {
        return "{\"order\": " + order + "}";
    }

    /** It alone stands still, with its name, its code and a remedy; all others go their way to the end. */
    private void expectParked(ErrorCode code, String said) {
        RunReport report = world.pass().get(0);
        world.passes(2);
        assertThat(world.parked()).as(report.summary()).hasSize(1);
        RecordEntry entry = world.parked().get(0);
        assertThat(entry.code()).as(entry.message()).hasValue(code);
        assertThat(entry.ref().id()).isEqualTo(BAD);
        assertThat(entry.message()).contains(said);
        assertThat(code.remedy()).isNotBlank();
        assertThat(world.picture()).doesNotContainKey("salesOrder " + BAD);
        assertThat(FourOrders.areBooked(world)).isTrue();
    }

    private void expectBookedAfterRetry() {
        world.retryParked();
        world.passes(3);
        assertThat(world.parked()).isEmpty();
        assertThat(world.picture())
                .containsKey("salesOrder " + BAD)
                .doesNotContainKey("salesOrder " + BAD + " copy 2")
                .hasEntrySatisfying(
                        "salesOrder " + BAD, sale -> assertThat(sale).contains("total 10.00"));
        assertThat(FourOrders.areBooked(world)).isTrue();
    }
}
