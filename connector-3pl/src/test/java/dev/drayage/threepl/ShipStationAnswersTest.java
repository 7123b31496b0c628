package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.http.ApiClient;
import dev.drayage.model.AccountId;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One shipment whose label and fulfillment are answered word by word. */
class ShipStationAnswersTest {
    private static final Slice.Window ELEVEN =
            new Slice.Window(Instant.parse("2026-09-01T11:00:00Z"), Instant.parse("2026-09-01T12:00:00Z"));
    private static final Slice.Window TWELVE =
            new Slice.Window(Instant.parse("2026-09-01T12:00:00Z"), Instant.parse("2026-09-01T13:00:00Z"));
    private static final String FIRST = item("88123");
    private static final String SECOND = item("88124");

    private final ShipStationAccount world = new ShipStationAccount();
    private final WireServer server = WireServer.start(new Words(), new FaultPlan());
    private final Connector connector = connect();

    private String items = FIRST;
    private String label = "";
    private String fulfillment = "";

    @AfterEach
    void close() {
        connector.close();
        server.close();
        world.close();
    }

    /** Orders that were combined may be taken apart again once the label is voided. */
    @Test
    void a_void_is_told_of_the_shipments_that_were_told_before_though_orders_were_taken_apart_since() {
        items = FIRST + "," + SECOND;
        label = label("\"voided\":false,\"voided_at\":null,\"status\":\"completed\"");
        List<String> left = told(ELEVEN, ItemFulfillment.Status.SHIPPED);
        assertThat(left).hasSize(2);
        label = label("\"voided\":true,\"voided_at\":\"2026-09-01T12:30:00Z\",\"status\":\"voided\"");
        items = FIRST;
        assertThat(told(TWELVE, ItemFulfillment.Status.VOIDED)).containsExactlyInAnyOrderElementsOf(left);
    }

    @Test
    void a_void_is_told_of_the_shipment_that_was_told_before_though_another_order_was_added_since() {
        label = label("\"voided\":false,\"voided_at\":null,\"status\":\"completed\"");
        List<String> left = told(ELEVEN, ItemFulfillment.Status.SHIPPED);
        assertThat(left).hasSize(1);
        label = label("\"voided\":true,\"voided_at\":\"2026-09-01T12:30:00Z\",\"status\":\"voided\"");
        items = FIRST + "," + SECOND;
        assertThat(told(TWELVE, ItemFulfillment.Status.VOIDED)).containsAll(left);
    }

    @Test
    void G2_a_fulfillment_that_repeats_the_number_of_a_labels_second_carton_is_no_second_departure() {
        label = label("\"voided\":false,\"voided_at\":null,\"status\":\"completed\"");
        fulfillment = "{\"fulfillment_id\":\"fu-1\",\"shipment_id\":\"se-1\",\"tracking_number\":\"1Z2\","
                + "\"created_at\":\"2026-09-01T11:31:00Z\",\"voided\":false,\"voided_at\":null,"
                + "\"ship_date\":\"2026-09-01T00:00:00Z\"}";
        assertThat(told(ELEVEN, ItemFulfillment.Status.SHIPPED)).containsExactly("label:la-1");
    }

    @Test
    void a_fulfillment_with_the_number_of_a_label_that_was_voided_is_a_departure() {
        label = label("\"voided\":true,\"voided_at\":\"2026-09-01T10:59:00Z\",\"status\":\"voided\"");
        fulfillment = "{\"fulfillment_id\":\"fu-1\",\"shipment_id\":\"se-1\",\"tracking_number\":\"1Z1\","
                + "\"created_at\":\"2026-09-01T11:31:00Z\",\"voided\":false,\"voided_at\":null,"
                + "\"ship_date\":\"2026-09-01T00:00:00Z\"}";
        assertThat(told(ELEVEN, ItemFulfillment.Status.SHIPPED)).containsExactly("fulfillment:se-1/fu-1");
    }

    private static String item(String order) {
        return "{\"external_order_item_id\":\"erp:E1/" + order + "#1\",\"sku\":\"MUG\",\"quantity\":2}";
    }

    private static String label(String state) {
        return "{\"label_id\":\"la-1\",\"shipment_id\":\"se-1\",\"tracking_number\":\"1Z1\","
                + "\"created_at\":\"2026-09-01T11:30:00Z\",\"ship_date\":\"2026-09-01T00:00:00Z\","
                + "\"carrier_code\":\"ups\",\"is_return_label\":false,"
                + "\"packages\":[{\"tracking_number\":\"1Z1\"},{\"tracking_number\":\"1Z2\"}]," + state + "}";
    }

    private final class Words implements WireServer.Vendor {
        @Override
        public WireResponse answer(WireRequest request) {
            String answer = switch (request.path()) {
                case "/v2/labels" -> list("labels", isListed(request) ? label : "");
                case "/v2/fulfillments" -> list("fulfillments", fulfillment);
                default ->
                    "{\"shipment_id\":\"se-1\",\"shipment_number\":\"SO1\",\"shipment_status\":\"label_purchased\","
                            + "\"items\":[" + items + "]}";
            };
            return WireResponse.json(200, answer);
        }

        private boolean isListed(WireRequest request) {
            boolean voids = request.queryValue("label_status").isPresent();
            return !voids || label.contains("\"voided\":true");
        }

        private String list(String name, String one) {
            return "{\"" + name + "\":[" + one + "],\"total\":1,\"page\":1,\"pages\":1}";
        }

        @Override
        public WireResponse refusal(Fault fault, WireRequest request) {
            return WireResponse.empty(503);
        }
    }

    private Connector connect() {
        InMemorySyncStore store = new InMemorySyncStore(world.time);
        return new ShipStationProvider()
                .open(
                        ShipStationSettings.builder()
                                .account("MAIN")
                                .apiKey("key-1")
                                .erp(new AccountId("erp", "E1"))
                                .baseUrl(server.baseUri())
                                .zone(ZoneId.of("America/Chicago"))
                                .warehouseId("se-28529731")
                                .with(ShipStationSettings.SHIP_METHODS, ToldOrders.METHOD + "=se-123890/ups_ground")
                                .build(),
                        new ConnectorContext(
                                world.time,
                                new SplittableRandom(1),
                                ApiClient.standardTransport(),
                                account -> store.connectorState("default", account)));
    }

    private List<String> told(Slice.Window window, ItemFulfillment.Status status) {
        RecordSource<ItemFulfillment> source =
                connector.source(RecordType.ITEM_FULFILLMENT).orElseThrow();
        List<String> told = new ArrayList<>();
        Optional<Cursor> at = Optional.empty();
        do {
            Page<ItemFulfillment> page = source.read(window, at, world.call());
            for (Change<ItemFulfillment> change : page.changes()) {
                assertThat(change).isInstanceOf(Change.Present.class);
                ItemFulfillment left = ((Change.Present<ItemFulfillment>) change).record();
                assertThat(left.status()).isEqualTo(status);
                told.add(left.ref().id());
            }
            at = page.next();
        } while (at.isPresent());
        return told;
    }
}
