package dev.drayage.shopify.internal.refunds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * All refunds of one order, of one state of it.
 *
 * @param refunds every refund
 * @param shipped units of each line item, by its gid, that were shipped; read only where a refund does not say what became of goods
 */
record RefundedOrder(List<ReadRefund> refunds, Map<String, BigDecimal> shipped) {
    RefundedOrder {
        refunds = List.copyOf(refunds);
        shipped = Map.copyOf(shipped);
    }
}
