package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A price list and the catalog of company locations that it belongs to. Changed under the shop's lock. */
public final class PriceList extends Entity {
    /** A price that was set for one variant. */
    public record Price(BigDecimal amount, @Nullable BigDecimal compareAt) {}

    final String name;
    final long catalogNumber;
    final List<CompanyLocation> locations = new ArrayList<>();
    final Map<Variant, Price> prices = new LinkedHashMap<>();
    String currency;

    PriceList(long number, Instant at, String name, String currency, long catalogNumber) {
        super("PriceList", number, at);
        this.name = name;
        this.currency = currency;
        this.catalogNumber = catalogNumber;
    }

    /** Name. */
    public String name() {
        return name;
    }

    /** ISO code of its prices. */
    public String currency() {
        return currency;
    }

    /** The price that was set for a variant. */
    public Optional<Price> price(Variant variant) {
        return Optional.ofNullable(prices.get(variant));
    }
}
