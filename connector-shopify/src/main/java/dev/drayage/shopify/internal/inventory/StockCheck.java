package dev.drayage.shopify.internal.inventory;

import dev.drayage.error.ErrorCode;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether Shopify's side can take a quantity; decided from what was read. Stateless. */
final class StockCheck {
    private StockCheck() {}

    /** Why no one item stands for the SKU; empty if one does, and it is counted. */
    static Optional<Violation> item(StockTarget target, List<StockedItem> found) {
        if (found.isEmpty()) {
            return Optional.of(
                    new Violation(ErrorCode.SKU_UNKNOWN, "sku", "the shop has no variant with SKU " + target.sku()));
        }
        StockedItem first = found.get(0);
        if (found.size() > 1 || first.twins() > 0) {
            return Optional.of(new Violation(
                    ErrorCode.SKU_AMBIGUOUS,
                    "sku",
                    "the shop has " + Math.max(found.size(), first.twins() + 1) + " variants with SKU " + target.sku()
                            + ": inventory items "
                            + found.stream().map(StockedItem::number).collect(Collectors.joining(", "))));
        }
        if (!first.tracked()) {
            return Optional.of(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "tracked",
                    "the shop does not count SKU " + target.sku() + "; turn on \"Track quantity\" at its variant"));
        }
        return Optional.empty();
    }

    /** The item is not stocked where its quantity is to be set. */
    static Violation notStocked(StockTarget target) {
        return new Violation(
                ErrorCode.REFUSED_BY_TARGET,
                "location",
                "SKU " + target.sku() + " is not stocked at location " + target.location()
                        + "; stock it there in Shopify, or set " + ShopifySettings.STOCK_ACTIVATE.name());
    }
}
