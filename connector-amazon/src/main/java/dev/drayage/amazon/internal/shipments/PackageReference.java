package dev.drayage.amazon.internal.shipments;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.ShippedPackage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code packageReferenceId} under which Amazon keeps one parcel of an order: a positive number as text. The same id
 * again edits the parcel, so it must stay the same when tracking is corrected, and differ between the parcels of an
 * order. Amazon's record is named by order and reference together. Stateless.
 */
final class PackageReference {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");
    private static final long FIFTEEN_DIGITS = 900_000_000_000_000L;

    private PackageReference() {}

    /** Whether Amazon takes it. */
    static boolean isNumber(String reference) {
        return NUMBER.matcher(reference).matches();
    }

    /** The parcel's own reference if Amazon takes it, else fifteen digits worked out from order, shipment and reference. */
    static String of(ItemFulfillment shipment) {
        String own = shipment.packages().stream()
                .findFirst()
                .map(ShippedPackage::reference)
                .orElse("");
        return isNumber(own) ? own : number(shipment, own);
    }

    private static String number(ItemFulfillment shipment, String own) {
        String order =
                shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID).orElse("");
        long hash = 0xcbf29ce484222325L;
        String digest = ContentDigest.of(order, shipment.ref().toString(), own);
        for (byte b : digest.getBytes(StandardCharsets.US_ASCII)) {
            hash = (hash ^ b) * 0x100000001b3L;
        }
        return Long.toString(FIFTEEN_DIGITS / 9 + Math.floorMod(hash ^ (hash >>> 29), FIFTEEN_DIGITS));
    }

    /** The id of Amazon's record of a parcel. */
    static String recordId(String orderId, String reference) {
        return orderId + ":" + reference;
    }

    /** The reference within the id of Amazon's record. */
    static Optional<String> within(RecordRef ref) {
        int colon = ref.id().indexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(ref.id().substring(colon + 1));
    }
}
