package dev.drayage.shopify.internal.inventory;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.InventoryLevel;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.StockQuantity;
import dev.drayage.shopify.internal.locations.Locations;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An observation of the ERP's as a quantity at one of Shopify's locations. Less than nothing is nothing. All faults are found in
 * one go, each with what to do about it. Thread-safe.
 */
final class StockTranslation {
    private static final int MOST = 1_000_000_000;

    private final StockQuantity quantity;
    private final Locations locations;

    StockTranslation(Settings settings) {
        quantity = settings.get(ShopifySettings.STOCK_QUANTITY);
        locations = new Locations(settings.get(ShopifySettings.LOCATIONS));
    }

    StockDraft draft(InventoryLevel level) {
        List<Violation> faults = new ArrayList<>();
        Optional<String> location = location(level, faults);
        Optional<Integer> units = units(level, faults);
        if (level.lot().isPresent()) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "lot",
                    "SKU " + level.sku() + " is told by lot, and Shopify knows none; add its lots up first"));
        }
        return location.isPresent() && units.isPresent() && faults.isEmpty()
                ? new StockDraft.Ready(new StockTarget(level.sku(), location.get(), units.get(), level))
                : new StockDraft.Refused(new Violations(faults));
    }

    private Optional<String> location(InventoryLevel level, List<Violation> faults) {
        Set<String> found = locations.of(level.location());
        if (found.size() == 1) {
            return Optional.of(found.iterator().next());
        }
        String place = level.location().orElse("a place that is not told");
        faults.add(new Violation(
                ErrorCode.VALUE_UNMAPPED,
                "location",
                found.isEmpty()
                        ? "SKU " + level.sku() + " lies at " + place
                                + ", which stands for no location of Shopify's; add it to "
                                + ShopifySettings.LOCATIONS.name()
                        : "SKU " + level.sku() + " lies at " + place + ", which stands for locations " + found
                                + " of Shopify's; its stock can be told to one only, else it would be promised more than once:"
                                + " give each a place of its own in " + ShopifySettings.LOCATIONS.name()));
        return Optional.empty();
    }

    private Optional<Integer> units(InventoryLevel level, List<Violation> faults) {
        Optional<BigDecimal> told = quantity == StockQuantity.ON_HAND ? level.onHand() : level.available();
        if (told.isEmpty()) {
            faults.add(new Violation(
                    ErrorCode.RECORD_UNREADABLE,
                    "quantity",
                    "the stock of " + level.sku() + " does not tell "
                            + (quantity == StockQuantity.ON_HAND ? "on hand" : "available") + ", which "
                            + ShopifySettings.STOCK_QUANTITY.name() + " asks for"));
            return Optional.empty();
        }
        try {
            int units = told.get().max(BigDecimal.ZERO).intValueExact();
            if (units <= MOST) {
                return Optional.of(units);
            }
        } catch (ArithmeticException e) {
            // told below
        }
        faults.add(new Violation(
                ErrorCode.REFUSED_BY_TARGET,
                "quantity",
                "SKU " + level.sku() + ": Shopify takes whole units up to a billion, not "
                        + told.get().toPlainString()));
        return Optional.empty();
    }
}
