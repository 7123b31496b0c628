package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.Instant;

/**
 * Orders v0 {@code confirmShipment}: one call is one package of one order. The same {@code packageReferenceId} again
 * edits that package; a new one may hold only units that no other package holds and that are not cancelled.
 */
final class ShipmentConfirmations {
    private final OrderBook book;

    ShipmentConfirmations(OrderBook book) {
        this.book = book;
    }

    WireResponse confirm(WireRequest request, String orderId) {
        if (!SimulatedOrder.ORDER_ID.matcher(orderId).matches()) {
            throw VendorError.invalidInput("OrderItemId is invalid").thrown();
        }
        ShipmentConfirmation sent = ShipmentConfirmation.read(request, book.now());
        return book.answer(orderId, listed -> {
            if (!(listed instanceof StoredOrder order)) {
                throw VendorError.invalidInput("The order cannot be confirmed.").thrown();
            }
            checkOrder(order, sent);
            checkShipDate(order, sent.parcel().shipDate());
            checkItems(order, sent);
            book.accept(order, sent.parcel());
            return WireResponse.empty(204);
        });
    }

    private static void checkOrder(StoredOrder stored, ShipmentConfirmation sent) {
        SimulatedOrder order = stored.order();
        if (!order.marketplace().id().equals(sent.marketplaceId())) {
            throw VendorError.invalidInput("The order was not placed in marketplace " + sent.marketplaceId() + ".")
                    .thrown();
        }
        if (order.fulfilledBy() == FulfilledBy.AMAZON) {
            throw VendorError.invalidInput("The order is fulfilled by Amazon.").thrown();
        }
        if (order.programs().contains("FBM_SHIP_PLUS")) {
            throw VendorError.invalidInput("Orders of the Ship+ program cannot be confirmed.")
                    .thrown();
        }
        boolean japan = order.marketplace() == Marketplace.JP;
        String method = sent.codCollectionMethod();
        if (!method.isEmpty() && !(japan && method.equals("DirectPayment"))) {
            throw VendorError.invalidInput("codCollectionMethod is not supported.")
                    .thrown();
        }
        switch (stored.status()) {
            case UNSHIPPED, PARTIALLY_SHIPPED, SHIPPED -> {}
            default ->
                throw VendorError.invalidInput("The order cannot be shipped while it is "
                                + stored.status().name() + ".")
                        .thrown();
        }
    }

    private void checkShipDate(StoredOrder order, Instant shipDate) {
        if (shipDate.isAfter(book.now())) {
            throw VendorError.invalidInput("shipDate must not be in the future.")
                    .thrown();
        }
        if (shipDate.isBefore(order.createdTime())) {
            throw VendorError.invalidInput("shipDate must not be before the order was placed.")
                    .thrown();
        }
    }

    private static void checkItems(StoredOrder order, ShipmentConfirmation sent) {
        SimulatedPackage parcel = sent.parcel();
        for (String id : sent.orderItemIds()) {
            if (order.order().item(id).isEmpty()) {
                throw VendorError.invalidInput("OrderItemId is invalid").thrown();
            }
        }
        boolean known = order.acceptedPackage(parcel.packageReferenceId()).isPresent();
        int open = order.order().items().stream().mapToInt(order::open).sum();
        if (!known && open == 0) {
            throw VendorError.packageToUpdateNotFound().thrown();
        }
        for (SimulatedItem item : order.order().items()) {
            int already = order.acceptedPackage(parcel.packageReferenceId())
                    .map(old -> old.quantityOf(item.orderItemId()))
                    .orElse(0);
            if (parcel.quantityOf(item.orderItemId()) > order.open(item) + already) {
                throw VendorError.invalidInput(
                                "The quantity of order item " + item.orderItemId() + " exceeds what is left to ship.")
                        .thrown();
            }
        }
    }
}
