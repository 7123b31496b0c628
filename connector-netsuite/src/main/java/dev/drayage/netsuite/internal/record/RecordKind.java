package dev.drayage.netsuite.internal.record;

/** The records that are written or read here, by their REST name, query code and the permission they need. */
public enum RecordKind {
    /** Sales order. */
    SALES_ORDER("salesOrder", "SalesOrd", "SO", "TRAN_SALESORD (Sales Order)"),
    /** Cash sale. */
    CASH_SALE("cashSale", "CashSale", "CS", "TRAN_CASHSALE (Cash Sale)"),
    /** Item fulfillment. */
    ITEM_FULFILLMENT("itemFulfillment", "ItemShip", "IF", "TRAN_ITEMSHIP (Item Fulfillment)"),
    /** Inventory adjustment. */
    INVENTORY_ADJUSTMENT("inventoryAdjustment", "InvAdjst", "IA", "TRAN_INVADJST (Adjust Inventory)"),
    /** Invoice. */
    INVOICE("invoice", "CustInvc", "IN", "TRAN_CUSTINVC (Invoice)"),
    /** Customer payment. */
    CUSTOMER_PAYMENT("customerPayment", "CustPymt", "CP", "TRAN_CUSTPYMT (Customer Payment)"),
    /** Customer deposit. */
    CUSTOMER_DEPOSIT("customerDeposit", "CustDep", "CD", "TRAN_CUSTDEP (Customer Deposit)"),
    /** Credit memo; a refund is one or a cash refund, never both, so they share a code. */
    CREDIT_MEMO("creditMemo", "CustCred", "RE", "TRAN_CUSTCRED (Credit Memo)"),
    /** Cash refund. */
    CASH_REFUND("cashRefund", "CashRfnd", "RE", "TRAN_CASHRFND (Cash Sale Refund)"),
    /** Customer refund. */
    CUSTOMER_REFUND("customerRefund", "CustRfnd", "RF", "TRAN_CUSTRFND (Customer Refund)"),
    /** Bank deposit. */
    DEPOSIT("deposit", "Deposit", "BD", "TRAN_DEPOSIT (Deposit)"),
    /** Journal entry. */
    JOURNAL_ENTRY("journalEntry", "Journal", "JE", "TRAN_JOURNAL (Make Journal Entry)"),
    /** Customer. */
    CUSTOMER("customer", "", "CU", "LIST_CUSTJOB (Customers)");

    private final String path;
    private final String queryType;
    private final String code;
    private final String permission;

    RecordKind(String path, String queryType, String code, String permission) {
        this.path = path;
        this.queryType = queryType;
        this.code = code;
        this.permission = permission;
    }

    /** Name in paths of the record service. */
    public String path() {
        return path;
    }

    /** Value of {@code transaction.type} in queries; empty for records that are no transactions. */
    public String queryType() {
        return queryType;
    }

    /** Two letters for external ids: all transactions share one space of them, all entities another. */
    public String code() {
        return code;
    }

    /** The permission that a role needs. */
    public String permission() {
        return permission;
    }
}
