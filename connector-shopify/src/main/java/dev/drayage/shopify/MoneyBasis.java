package dev.drayage.shopify;

import java.util.Locale;

/** In which of its two currencies a shop's money is read. One for a connection: the two must never be mixed. */
public enum MoneyBasis {
    /** The shop's own currency, in which it keeps its books. */
    SHOP,
    /** The currency in which the buyer paid. */
    PRESENTMENT;

    /** The word in the settings. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
