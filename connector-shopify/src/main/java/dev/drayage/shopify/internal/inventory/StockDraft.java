package dev.drayage.shopify.internal.inventory;

import dev.drayage.spi.Violations;

/** What became of an observation on its way to Shopify, before anything is read or sent. */
sealed interface StockDraft {
    /** It can be told. */
    record Ready(StockTarget target) implements StockDraft {}

    /** It can never be told like this. */
    record Refused(Violations violations) implements StockDraft {}
}
