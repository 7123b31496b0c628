package dev.drayage.shopify.internal.inventory;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.InventoryLevel;

/**
 * What one quantity at Shopify is to be. Immutable.
 *
 * @param sku the SKU, as Shopify must have it
 * @param location number of Shopify's location
 * @param units units, not below zero
 * @param observed the ERP's observation that says so
 */
record StockTarget(String sku, String location, int units, InventoryLevel observed) {

    /** Digest of the observation: a later one with the same numbers has another. */
    String observation() {
        return ContentDigest.of(observed);
    }
}
