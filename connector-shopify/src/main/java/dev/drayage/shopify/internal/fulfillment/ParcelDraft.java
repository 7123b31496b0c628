package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;

/** What became of a shipment on its way to Shopify, before anything is read or sent. */
sealed interface ParcelDraft {
    /** It can be told. */
    record Ready(Parcel parcel) implements ParcelDraft {}

    /** It can never be told like this. */
    record Refused(Violations violations) implements ParcelDraft {}

    /** It is held until something else is there. */
    record Held(String missing, Violation reason) implements ParcelDraft {}
}
