package dev.drayage.testkit.netsuite;

/** Features and preferences in which real accounts differ. */
public enum AccountPreference {
    /** Tax is kept in {@code taxDetails}; without it the record has no such property. */
    SUITE_TAX,
    /** Tax is computed from {@code taxRate} and {@code taxItem} of the body over taxable lines. */
    LEGACY_TAX,
    /** Customers can have a list of further currencies; without it the record has no such list. */
    MULTIPLE_CURRENCIES_PER_CUSTOMER,
    /** An invoice made out of an order takes the deposits that were entered for the order. */
    APPLY_DEPOSITS_AUTOMATICALLY,
    /** What is open of an approved order is committed, as far as it is on hand. */
    ORDERS_COMMIT_STOCK,
    /** A cash sale that was not made out of an order takes its goods from the shelves, as an invoice always does. */
    CASH_SALES_TAKE_STOCK,
    /** Fulfilments go through picked, packed and shipped; without it {@code shipStatus} is refused. */
    PICK_PACK_SHIP,
    /** Order lines are numbered 1, 4, 7 instead of 1, 2, 3. */
    LINE_NUMBER_GAPS,
    /** Enumerations are answered as the bare id instead of id and display name. */
    BARE_ENUMERATIONS,
    /** What is not shipped yet can be billed. */
    BILL_IN_ADVANCE_OF_FULFILLMENT,
    /** Customers get a number as their name; without it the name is made of the company or person name and is unique. */
    AUTO_NUMBERED_CUSTOMERS,
    /** Inventory items cannot be sold for nothing. */
    FREE_INVENTORY_LINES_REFUSED,
    /** Unknown property names are refused even when the request does not ask for it. */
    STRICT_PROPERTY_NAMES,
    /** Shipping, header discount and tax appear as further rows of {@code transactionline}. */
    CHARGE_ROWS_IN_QUERIES
}
