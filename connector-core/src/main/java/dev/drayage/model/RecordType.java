package dev.drayage.model;

import java.util.Objects;

/**
 * A kind of canonical record. Connectors of third parties may add their own kinds; two are equal when their names are.
 *
 * @param <T> the record
 */
public final class RecordType<T extends CommerceRecord> {
    /** An order of a storefront, or its counterpart in the ERP. */
    public static final RecordType<SalesOrder> SALES_ORDER = of("salesOrder", SalesOrder.class);
    /** A sale that was paid and shipped at once. */
    public static final RecordType<CashSale> CASH_SALE = of("cashSale", CashSale.class);
    /** A person who buys. */
    public static final RecordType<Customer> CUSTOMER = of("customer", Customer.class);
    /** A business that buys. */
    public static final RecordType<Company> COMPANY = of("company", Company.class);
    /** Goods that left for a customer. */
    public static final RecordType<ItemFulfillment> ITEM_FULFILLMENT = of("itemFulfillment", ItemFulfillment.class);
    /** How far an order got, told to the system that holds it. */
    public static final RecordType<OrderProgress> ORDER_PROGRESS = of("orderProgress", OrderProgress.class);

    /** What a warehouse is told to ship. */
    public static final RecordType<WarehouseOrder> WAREHOUSE_ORDER = of("warehouseOrder", WarehouseOrder.class);

    /** Units of an order that will not leave, told to the system that holds it. */
    public static final RecordType<OrderCancellation> ORDER_CANCELLATION =
            of("orderCancellation", OrderCancellation.class);

    /** What a place holds of one SKU. */
    public static final RecordType<InventoryLevel> INVENTORY_LEVEL = of("inventoryLevel", InventoryLevel.class);

    /** The ERP's stock brought to what was counted. */
    public static final RecordType<InventoryCount> INVENTORY_COUNT = of("inventoryCount", InventoryCount.class);

    /** A bill. */
    public static final RecordType<Invoice> INVOICE = of("invoice", Invoice.class);

    /** Money paid for an order that was billed. */
    public static final RecordType<CustomerPayment> CUSTOMER_PAYMENT = of("customerPayment", CustomerPayment.class);

    /** Money paid for an order before it was billed. */
    public static final RecordType<CustomerDeposit> CUSTOMER_DEPOSIT = of("customerDeposit", CustomerDeposit.class);

    /** What a channel gave back; in the ERP a credit memo or a cash refund. */
    public static final RecordType<Refund> REFUND = of("refund", Refund.class);

    /** Money that goes back to a customer. */
    public static final RecordType<CustomerRefund> CUSTOMER_REFUND = of("customerRefund", CustomerRefund.class);

    /** Money that a channel pays out. */
    public static final RecordType<Payout> PAYOUT = of("payout", Payout.class);

    /** Money that reached the bank. */
    public static final RecordType<BankDeposit> BANK_DEPOSIT = of("bankDeposit", BankDeposit.class);

    /** Sums between accounts of the books. */
    public static final RecordType<JournalEntry> JOURNAL_ENTRY = of("journalEntry", JournalEntry.class);

    /** What people made of an order in the ERP. */
    public static final RecordType<OrderEdit> ORDER_EDIT = of("orderEdit", OrderEdit.class);

    /** What can be sold. */
    public static final RecordType<Item> ITEM = of("item", Item.class);

    /** What one thing costs under one price list. */
    public static final RecordType<ListPrice> LIST_PRICE = of("listPrice", ListPrice.class);

    private final String name;
    private final Class<T> recordClass;

    private RecordType(String name, Class<T> recordClass) {
        this.name = name;
        this.recordClass = recordClass;
    }

    /** A record kind of the given name. */
    public static <T extends CommerceRecord> RecordType<T> of(String name, Class<T> recordClass) {
        return new RecordType<>(name, recordClass);
    }

    /** The name, in lower camel case. */
    public String name() {
        return name;
    }

    /** The canonical record's type. */
    public Class<T> recordClass() {
        return recordClass;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordType<?> that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }

    @Override
    public String toString() {
        return name;
    }
}
