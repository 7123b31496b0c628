package dev.drayage.testkit.amazon;

import java.time.Instant;
import java.util.List;

/**
 * A package as Amazon knows it from a confirmation. Immutable.
 *
 * @param packageReferenceId the seller's id of the package, unique in the order
 * @param carrierCode code as sent
 * @param carrierName name as sent, empty for none; what is shown for the code {@code Other}
 * @param shippingMethod method as sent, empty for none
 * @param trackingNumber tracking number
 * @param shipDate hand-over to the carrier
 * @param createdTime when Amazon first accepted the package
 * @param items what is inside
 */
public record SimulatedPackage(
        String packageReferenceId,
        String carrierCode,
        String carrierName,
        String shippingMethod,
        String trackingNumber,
        Instant shipDate,
        Instant createdTime,
        List<PackedItem> items) {

    public SimulatedPackage {
        items = List.copyOf(items);
    }

    /** The carrier as shown in the order. */
    public String carrier() {
        return carrierCode.equals("Other") ? carrierName : carrierCode;
    }

    /** Units of one order item in this package. */
    public int quantityOf(String orderItemId) {
        return items.stream()
                .filter(item -> item.orderItemId().equals(orderItemId))
                .mapToInt(PackedItem::quantity)
                .sum();
    }

    boolean sameContentAs(SimulatedPackage other) {
        return carrierCode.equals(other.carrierCode)
                && carrierName.equals(other.carrierName)
                && shippingMethod.equals(other.shippingMethod)
                && trackingNumber.equals(other.trackingNumber)
                && shipDate.equals(other.shipDate)
                && items.equals(other.items);
    }

    SimulatedPackage createdAt(Instant time) {
        return new SimulatedPackage(
                packageReferenceId, carrierCode, carrierName, shippingMethod, trackingNumber, shipDate, time, items);
    }
}
