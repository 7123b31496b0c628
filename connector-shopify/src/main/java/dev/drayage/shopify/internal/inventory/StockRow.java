package dev.drayage.shopify.internal.inventory;

import dev.drayage.spi.EffectKey;

/**
 * One row of a call that sets quantities. Immutable.
 *
 * @param key the effect that wants it
 * @param target what the quantity is to be
 * @param item Shopify's global id of the inventory item
 * @param from what the quantity was when it was read: Shopify refuses the row if it is something else by then
 * @param stale how often it was something else
 */
record StockRow(EffectKey key, StockTarget target, String item, int from, int stale) {

    /** What makes one wish another: effect, observation, what it is compared with, and the attempt: a refused one keeps its key. */
    String identity() {
        return key + " " + target.observation() + " " + target.units() + " " + from + " " + stale;
    }
}
