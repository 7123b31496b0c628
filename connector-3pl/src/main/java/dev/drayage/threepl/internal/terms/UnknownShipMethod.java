package dev.drayage.threepl.internal.terms;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import java.util.Optional;

/** Refuses orders whose ship method a warehouse has no word for, in the same words whatever the format. Stateless. */
public final class UnknownShipMethod {
    private UnknownShipMethod() {}

    /**
     * The refusal of an order.
     *
     * @param warehouse the warehouse's partner id
     * @param order the order's number
     * @param method the ERP's ship method; empty if the order has none
     */
    public static RefusedException refused(String warehouse, String order, Optional<String> method) {
        return new RefusedException(
                ErrorCode.VALUE_UNMAPPED,
                method.map(word -> "ship method \"" + word + "\" of order " + order + " has no word of warehouse "
                                + warehouse + ": add it to shipMethods")
                        .orElse("order " + order + " has no ship method, and shipMethods.missing of warehouse "
                                + warehouse + " gives no word for that"));
    }
}
