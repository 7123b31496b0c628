package dev.drayage.shopify.internal.inventory;

import dev.drayage.error.ErrorCode;
import dev.drayage.shopify.internal.api.UserError;
import dev.drayage.spi.Violation;
import java.util.List;
import java.util.Optional;

/** Why Shopify refused a call that sets quantities, and which of its rows it names. Stateless. */
final class StockRefusals {
    static final String STALE = "CHANGE_FROM_QUANTITY_STALE";
    static final String CONCURRENT = "IDEMPOTENCY_CONCURRENT_REQUEST";
    static final String ATTEMPT_FAILED = "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED";

    private StockRefusals() {}

    /** The row of {@code input.quantities.N}, if the error names one. */
    static Optional<Integer> row(UserError error) {
        List<String> field = error.field();
        int list = field.indexOf("quantities");
        if (list < 0 || list + 1 >= field.size() || !field.get(list + 1).matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(field.get(list + 1)));
    }

    static Violation violation(StockTarget target, UserError error) {
        ErrorCode code = switch (error.code().orElse("")) {
            case "INVALID_LOCATION" -> ErrorCode.VALUE_UNMAPPED;
            case "INVALID_INVENTORY_ITEM" -> ErrorCode.SKU_UNKNOWN;
            default -> ErrorCode.REFUSED_BY_TARGET;
        };
        return new Violation(
                code,
                error.place(),
                "Shopify refused to set SKU " + target.sku() + " at location " + target.location() + " to "
                        + target.units() + ": "
                        + error.code().map(word -> word + ": ").orElse("") + error.message());
    }
}
