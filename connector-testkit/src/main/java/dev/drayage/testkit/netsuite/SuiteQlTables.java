package dev.drayage.testkit.netsuite;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** All tables by name. A table nobody knows is refused. */
final class SuiteQlTables {
    private final Map<String, SqlTable> tables = new HashMap<>();

    SuiteQlTables(SuiteQlView view) {
        tables.put("transaction", TransactionTables.transaction(view));
        tables.put("transactionline", TransactionTables.transactionLine(view));
        tables.put("previoustransactionlinelink", LinkTables.lineLinks(view, "previoustransactionlinelink"));
        tables.put("nexttransactionlinelink", LinkTables.lineLinks(view, "nexttransactionlinelink"));
        tables.put("trackingnumbermap", PackageTables.trackingNumberMap(view));
        tables.put("trackingnumber", PackageTables.trackingNumber(view));
        for (PackageSublist sublist : PackageSublist.values()) {
            String name = "itemfulfillment" + sublist.sublist().toLowerCase(Locale.ROOT);
            tables.put(name, PackageTables.packages(view, name, sublist));
        }
        tables.put("item", ListTables.item(view));
        tables.put("customer", ListTables.customer(view));
        tables.put("shipitem", ListTables.shipItem(view));
        tables.put("location", ListTables.location(view));
        tables.put("subsidiary", ListTables.subsidiary(view));
        tables.put("currency", ListTables.currency(view));
        tables.put("aggregateitemlocation", StockTables.aggregateItemLocation(view));
        tables.put("inventoryitemlocations", StockTables.inventoryItemLocations(view));
        tables.put("inventorybalance", StockTables.inventoryBalance(view));
        tables.put("inventorynumber", StockTables.inventoryNumber(view));
        tables.put("inventoryassignment", StockTables.inventoryAssignment(view));
        tables.put("inventorynumberlocation", StockTables.inventoryNumberLocation(view));
        tables.put("account", LedgerTables.account(view));
        tables.put("accountingperiod", LedgerTables.accountingPeriod(view));
        tables.put("transactionaccountingline", LedgerTables.accountingLine(view));
        tables.put("pricing", PriceTables.pricing(view));
        tables.put("pricelevel", ListTables.named(view, "pricelevel", "priceLevel"));
        tables.put("term", ListTables.named(view, "term", "term"));
        tables.put("customercategory", ListTables.named(view, "customercategory", "customerCategory"));
        tables.put("paymentmethod", ListTables.named(view, "paymentmethod", "paymentMethod"));
        tables.put("customeraddressbook", AddressTables.addressBook(view));
        tables.put("customeraddressbookentityaddress", AddressTables.entityAddress(view));
        tables.put("deletedrecord", ListTables.deletedRecord(view));
    }

    SqlTable get(String name) {
        SqlTable found = tables.get(name);
        if (found == null) {
            throw Refusal.invalidParameter("Invalid search query. Record '" + name + "' was not found.");
        }
        return found;
    }
}
