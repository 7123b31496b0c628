package dev.drayage.testkit.amazon;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/**
 * A listing of the seller in one store. Immutable.
 *
 * @param sku the seller's SKU
 * @param asin Amazon's product id
 * @param title product title
 * @param productType Amazon's product type
 * @param marketplace store
 * @param channelCode DEFAULT for the merchant's own stock, AMAZON_NA and the like for stock at Amazon
 * @param quantity units that can be sold
 * @param price offer price in the store's currency
 * @param status BUYABLE, DISCOVERABLE, both or none
 * @param createdTime creation
 * @param lastUpdatedTime last change
 */
public record SimulatedListing(
        String sku,
        String asin,
        String title,
        String productType,
        Marketplace marketplace,
        String channelCode,
        int quantity,
        BigDecimal price,
        Set<String> status,
        Instant createdTime,
        Instant lastUpdatedTime) {

    public SimulatedListing {
        status = Set.copyOf(status);
    }

    /** A listing in the US store, on sale from the merchant's own stock. */
    public static SimulatedListing of(String sku, String asin, String title, int quantity, String price, Instant now) {
        return new SimulatedListing(
                sku,
                asin,
                title,
                "PRODUCT",
                Marketplace.US,
                "DEFAULT",
                quantity,
                new BigDecimal(price),
                Set.of("BUYABLE", "DISCOVERABLE"),
                now,
                now);
    }

    /** The same listing in another store. */
    public SimulatedListing in(Marketplace store) {
        return new SimulatedListing(
                sku,
                asin,
                title,
                productType,
                store,
                channelCode,
                quantity,
                price,
                status,
                createdTime,
                lastUpdatedTime);
    }

    /** The same listing through another channel, such as AMAZON_NA for stock at Amazon. */
    public SimulatedListing through(String channel) {
        return new SimulatedListing(
                sku,
                asin,
                title,
                productType,
                marketplace,
                channel,
                quantity,
                price,
                status,
                createdTime,
                lastUpdatedTime);
    }

    /** The same listing with another stock, changed at that time. */
    public SimulatedListing withQuantity(int units, Instant at) {
        return new SimulatedListing(
                sku, asin, title, productType, marketplace, channelCode, units, price, status, createdTime, at);
    }

    /** The same listing with another status, changed at that time. */
    public SimulatedListing withStatus(Set<String> words, Instant at) {
        return new SimulatedListing(
                sku, asin, title, productType, marketplace, channelCode, quantity, price, words, createdTime, at);
    }
}
