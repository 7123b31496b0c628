package dev.drayage.testkit.amazon;

/** The data sets of an order that are answered only when asked for. */
enum IncludedData {
    BUYER,
    RECIPIENT,
    PROCEEDS,
    EXPENSE,
    PROMOTION,
    CANCELLATION,
    FULFILLMENT,
    PACKAGES,
    TAX,
    PAYMENT,
    FULFILLMENT_ORDERS
}
