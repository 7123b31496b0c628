package dev.drayage.testkit.netsuite;

/** Kinds of accounts in the chart of accounts, as far as rules and postings tell them apart. */
public enum AccountKind {
    /** A bank account: what bank deposits go to. */
    BANK("Bank"),
    /** What customers owe. */
    ACCOUNTS_RECEIVABLE("AcctRec"),
    /** Money received and not brought to a bank yet. Real accounts have one, an asset of a special kind. */
    UNDEPOSITED_FUNDS("UndepFunds"),
    /** Other current assets, such as the clearing account of a marketplace. */
    OTHER_CURRENT_ASSET("OthCurrAsset"),
    /** Prepayments of customers. */
    CUSTOMER_DEPOSITS("CustDep"),
    /** Taxes collected. */
    SALES_TAX("SalesTaxPay"),
    /** Other current liabilities. */
    OTHER_CURRENT_LIABILITY("OthCurrLiab"),
    /** Revenue. */
    INCOME("Income"),
    /** Costs, such as a processor's fees. */
    EXPENSE("Expense");

    private final String code;

    AccountKind(String code) {
        this.code = code;
    }

    /** What stands in {@code acctType}. Customer deposits, sales tax and undeposited funds have codes of their own here. */
    public String code() {
        return code;
    }
}
