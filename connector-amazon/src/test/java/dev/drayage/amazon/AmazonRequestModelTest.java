package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Effect;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSink;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.SimulatedListing;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every request that the connector sends, held against Amazon's own models. */
class AmazonRequestModelTest {
    private static final String ORDERS = "/orders/2026-01-01/orders";

    private final SellerCentral seller = new SellerCentral();
    private final List<WireRequest> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    void listen() {
        seller.amazon.faults().next(1, Fault.RESET, request -> {
            seen.add(request);
            return false;
        });
        for (int n = 0; n < 3; n++) {
            seller.amazon
                    .orders()
                    .add(SellerCentral.order("111-222333" + n + "-5556667")
                            .item(SellerCentral.item().build())
                            .build());
        }
        seller.settings.pageSize(2).buyerData(true).sendUnmappedCarriersByName(true);
    }

    @AfterEach
    void close() {
        seller.close();
    }

    private void allFit(String model, String path, Operation operation, int atLeast) {
        JsonNode swagger = AmazonSpecs.model(model);
        List<WireRequest> requests = seen.stream().filter(operation::matches).toList();
        assertThat(requests).hasSizeGreaterThanOrEqualTo(atLeast);
        assertThat(requests)
                .allSatisfy(request ->
                        assertThat(SwaggerCheck.faults(swagger, path, request)).isEmpty());
    }

    @Test
    void searches_and_reads_of_orders_fit_the_orders_model() {
        Page<SalesOrder> first = seller.firstPage();
        seller.orders().read(seller.lately(), first.next(), seller.call());
        seller.orders()
                .fetch(RecordRef.parse("amazon:A1EXAMPLESELLER-na/salesOrder/" + SellerCentral.ORDER), seller.call());
        seller.shipments().find(List.of(new Shipments().effect()), seller.call());

        allFit("orders_2026-01-01", ORDERS, Operation.SEARCH_ORDERS, 2);
        allFit("orders_2026-01-01", ORDERS + "/{orderId}", Operation.GET_ORDER, 2);
    }

    @Test
    void confirmations_fit_the_orders_model() {
        RecordSink<ItemFulfillment> sink = seller.shipments();
        for (Shipments shipment : List.of(
                new Shipments().units("1"),
                new Shipments().parcel("CARTON").carrier("Regional Express").units("1"))) {
            Effect<ItemFulfillment> effect =
                    shipment.order("111-2223331-5556667").effect();
            sink.apply(List.of(sink.prepare(effect, Optional.empty(), Map.of())), seller.call());
        }

        allFit("ordersV0", "/orders/v0/orders/{orderId}/shipmentConfirmation", Operation.CONFIRM_SHIPMENT, 2);
        assertThat(seller.amazon.journal().count()).isEqualTo(2);
    }

    @Test
    void stock_is_read_and_told_as_the_listings_model_says() {
        seller.amazon.listings().put(StockScene.listing("A B/1", 1));
        RecordSink<InventoryLevel> sink =
                seller.open().sink(RecordType.INVENTORY_LEVEL).orElseThrow();
        for (String units : List.of("0", "7")) {
            Effect<InventoryLevel> effect =
                    StockScene.effect(StockScene.counted(seller, "A B/1", units).build());
            sink.apply(List.of(sink.prepare(effect, Optional.empty(), Map.of())), seller.call());
        }

        String item = "/listings/2021-08-01/items/{sellerId}/{sku}";
        allFit("listingsItems_2021-08-01", item, Operation.GET_LISTINGS_ITEM, 2);
        allFit("listingsItems_2021-08-01", item, Operation.PATCH_LISTINGS_ITEM, 2);
        assertThat(seen.stream().filter(Operation.PATCH_LISTINGS_ITEM::matches))
                .allSatisfy(request -> assertThat(request.rawPath()).endsWith("/A%20B%2F1"));
        assertThat(seller.amazon.journal().submissions()).hasSize(2);
    }

    @Test
    void the_diagnosis_fits_the_models_of_sellers_and_listings() {
        for (int n = 0; n < 25; n++) {
            seller.amazon.listings().put(SimulatedListing.of("S" + n, "B0", "S", 1, "1.00", SellerCentral.NOW));
        }
        seller.open().diagnose(seller.call());

        allFit("sellers", "/sellers/v1/marketplaceParticipations", Operation.GET_MARKETPLACE_PARTICIPATIONS, 1);
        allFit("listingsItems_2021-08-01", "/listings/2021-08-01/items/{sellerId}", Operation.SEARCH_LISTINGS_ITEMS, 2);
        allFit("orders_2026-01-01", ORDERS + "/{orderId}", Operation.GET_ORDER, 1);
    }

    @Test
    void the_checker_itself_finds_what_does_not_fit() {
        JsonNode swagger = AmazonSpecs.model("ordersV0");
        WireRequest wrong = new WireRequest(
                "POST",
                "",
                "",
                Map.of("colour", List.of("red")),
                Map.of(),
                ("{\"marketplaceId\":7,\"packageDetail\":{\"packageReferenceId\":\"1\",\"carrierCode\":\"UPS\",\"size\":1,"
                                + "\"shipDate\":\"02/21/2022\",\"orderItems\":{}}}")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(SwaggerCheck.faults(swagger, "/orders/v0/orders/{orderId}/shipmentConfirmation", wrong))
                .containsExactlyInAnyOrder(
                        "unknown parameter colour",
                        "$.marketplaceId is no text",
                        "$.packageDetail lacks trackingNumber",
                        "$.packageDetail has the unknown property size",
                        "$.packageDetail.shipDate is no date-time",
                        "$.packageDetail.orderItems is no list");
    }
}
