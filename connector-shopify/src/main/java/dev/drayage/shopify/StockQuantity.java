package dev.drayage.shopify;

import java.util.Locale;

/** Which of Shopify's quantities is set from the ERP. One for a connection: each is worked out from the other. */
public enum StockQuantity {
    /** What can be sold; right where both systems commit orders alike. */
    AVAILABLE,
    /** All that is there; Shopify takes off what it has committed itself. */
    ON_HAND;

    /** The word in the settings and in Shopify's API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
