package dev.drayage.examples.quickstart;

import dev.drayage.testkit.netsuite.AccountKind;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.NetSuiteSimulatorBuilder;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What a NetSuite account needs for a shop beside what it needs for Amazon: accounts, items, a place and settings. */
final class ShopBooks {
    /** The internal id of the currency. */
    static final String DOLLAR = "1";
    /** The bank that payouts reach. */
    static final String BANK = "1000";
    /** Where money waits until a payout brings it to the bank. */
    static final String UNDEPOSITED = "1500";
    /** Where refunds are paid from until a payout takes them. */
    static final String REFUNDS = "1200";
    /** The location from which everything leaves unless somebody moves it. */
    static final String OAKLAND = "6";
    /** The second location of the shop's goods. */
    static final String FALLON = "10";
    /** The internal id of the article of the race. */
    static final String RACE_ITEM = "1100";

    private static final String FEES = "1100";
    private static final String GIFT_CARDS = "1800";

    private ShopBooks() {}

    /** Adds to an account what a shop needs. */
    static NetSuiteSimulatorBuilder prepare(NetSuiteSimulatorBuilder account) {
        return account.with(AccountPreference.AUTO_NUMBERED_CUSTOMERS)
                .with(AccountPreference.BILL_IN_ADVANCE_OF_FULFILLMENT)
                .with(AccountPreference.ORDERS_COMMIT_STOCK)
                .customField("custbody_drayage_payment_id", FieldKind.TEXT)
                .customField("custbody_drayage_lines", FieldKind.TEXT)
                .seed(Seed.currency(1, "USD", BigDecimal.ONE, 2))
                .seed(Seed.company(111, "Shop buyers"))
                .seed(Seed.location(10, "Fallon warehouse"))
                .seed(Seed.inventoryItem(Long.parseLong(RACE_ITEM), StockRace.SKU, BigDecimal.ONE))
                .seed(Seed.item("otherChargeSaleItem", 304, "Channel charge", BigDecimal.ZERO))
                .seed(Seed.item("otherChargeSaleItem", 305, "Rounding", BigDecimal.ZERO))
                .seed(Seed.item("nonInventorySaleItem", 306, "Not restocked", BigDecimal.ZERO))
                .seed(Seed.item("nonInventorySaleItem", 307, "Gift card sold", BigDecimal.ZERO))
                .seed(Seed.term(2, "Net 30", 30))
                .seed(Seed.account(1000, "Bank", AccountKind.BANK))
                .seed(Seed.account(1100, "Payment fees", AccountKind.EXPENSE))
                .seed(Seed.account(1200, "Refunds on their way", AccountKind.BANK))
                .seed(Seed.account(1300, "Payout clearing", AccountKind.OTHER_CURRENT_ASSET))
                .seed(Seed.account(1400, "Receivable", AccountKind.ACCOUNTS_RECEIVABLE))
                .seed(Seed.account(1500, "Undeposited", AccountKind.UNDEPOSITED_FUNDS))
                .seed(Seed.account(1600, "Sales", AccountKind.INCOME))
                .seed(Seed.account(1700, "Prepaid", AccountKind.CUSTOMER_DEPOSITS))
                .seed(Seed.account(1800, "Gift cards", AccountKind.OTHER_CURRENT_LIABILITY));
    }

    /** The account's settings for Amazon with those for the shop added. */
    static Map<String, String> settings(Map<String, String> forAmazon) {
        Map<String, String> settings = new TreeMap<>(forAmazon);
        settings.merge("channel.customers", SimulatedShop.CHANNEL + "=111", (amazon, shop) -> amazon + "," + shop);
        settings.merge("channel.locations", SimulatedShop.CHANNEL + "=6", (amazon, shop) -> amazon + "," + shop);
        settings.merge("shipMethods", "Parcel=92", (amazon, shop) -> amazon + "," + shop);
        settings.put("item.charge", "304");
        settings.put("item.rounding", "305");
        settings.put("item.refund", "306");
        settings.put("item.giftCard", "307");
        settings.put("field.lines", "custbody_drayage_lines");
        settings.put("terms", "net-30=2");
        settings.put("payment.accounts", "gift_card=" + GIFT_CARDS);
        settings.put("refund.accounts", "gift_card=" + GIFT_CARDS + "," + SimulatedShop.CHANNEL + "=" + REFUNDS);
        settings.put("payout.banks", SimulatedShop.CHANNEL + "=" + BANK);
        settings.put("payout.clearing", SimulatedShop.CHANNEL + "=1300");
        settings.put("payout.accounts", "fee=" + FEES + ",other=" + FEES);
        settings.put("orders.allowCorrections", "true");
        settings.put("stock.locations", OAKLAND + "," + FALLON);
        settings.put("stock.totals", "true");
        return settings;
    }
}
