package dev.drayage.examples.shopify;

import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.http.ApiClient;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.ShopifySettingsBuilder;
import dev.drayage.spi.Connector;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SettableTime;
import dev.drayage.testkit.netsuite.AccountKind;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.Books;
import dev.drayage.testkit.netsuite.FieldKind;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.NetSuiteSimulatorBuilder;
import dev.drayage.testkit.netsuite.Seed;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.ShopifySimulator;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** A simulated shop, simulated books and a store, on one clock that only tests move. Public for the tests of other packages. */
public final class ShopAndBooks implements AutoCloseable {
    static final Instant GO_LIVE = Instant.parse("2026-11-01T00:00:00Z");
    static final String SHOP = "shopify:acme.myshopify.com";
    static final String BANK = "1000";
    static final String FEES = "1100";
    static final String REFUNDS = "1200";
    static final String CLEARING = "1300";
    static final String UNDEPOSITED = "1500";
    static final String PREPAID = "1700";
    private static final HttpClient TRANSPORT = ApiClient.standardTransport();

    public final SettableTime time = new SettableTime(Instant.parse("2026-11-16T08:00:00Z"));
    public final ShopifySimulator shop;
    public final NetSuiteSimulator netSuite;
    public final Map<String, String> shopSettings;
    public final Map<String, String> netSuiteSettings;
    SyncStore store = new InMemorySyncStore(time);

    private ShopAndBooks(String currency, Duration shopBehind, AccountPreference... preferences) {
        ShopifySimulator.Builder builder =
                ShopifySimulator.builder(() -> time.instant().minus(shopBehind)).currency(currency, "CAD");
        Path specs = Path.of(System.getProperty("drayage.specs", ""));
        if (Files.isDirectory(specs.resolve("shopify"))) {
            builder.validatingAgainst(specs);
        }
        shop = builder.start();
        NetSuiteSimulatorBuilder account = NetSuiteSimulator.builder(time);
        for (AccountPreference preference : preferences) {
            account.with(preference);
        }
        netSuite = account.tokenSecrets("ck", "cs", "ti", "ts")
                .with(AccountPreference.AUTO_NUMBERED_CUSTOMERS)
                .with(AccountPreference.BILL_IN_ADVANCE_OF_FULFILLMENT)
                .customField("custbody_drayage_channel", FieldKind.TEXT)
                .customField("custbody_drayage_order_id", FieldKind.TEXT)
                .customField("custbody_drayage_programs", FieldKind.TEXT)
                .customField("custbody_drayage_status", FieldKind.TEXT)
                .customField("custbody_drayage_carrier", FieldKind.TEXT)
                .customField("custbody_drayage_payment_id", FieldKind.TEXT)
                .customField("custbody_drayage_lines", FieldKind.TEXT)
                .customField("custcol_drayage_line_id", FieldKind.TEXT)
                .seed(Seed.currency(
                        1,
                        currency,
                        BigDecimal.ONE,
                        Currency.getInstance(currency).getDefaultFractionDigits()))
                .seed(Seed.currency(7, "CAD", new BigDecimal("0.73"), 2))
                .seed(Seed.company(110, "Shopify buyers"))
                .seed(Seed.inventoryItem(98, "MUG", new BigDecimal("20.00")))
                .seed(Seed.inventoryItem(99, "TEE", new BigDecimal("12.00")))
                .seed(Seed.item("otherChargeSaleItem", 78, "TAX", new BigDecimal("0.00")))
                .seed(Seed.item("otherChargeSaleItem", 79, "CHARGE", new BigDecimal("0.00")))
                .seed(Seed.item("otherChargeSaleItem", 82, "ROUNDING", new BigDecimal("0.00")))
                .seed(Seed.item("nonInventorySaleItem", 81, "NOT-RESTOCKED", new BigDecimal("0.00")))
                .seed(Seed.item("discountItem", 301, "DISCOUNT", new BigDecimal("0.00")))
                .seed(Seed.location(6, "Reno"))
                .seed(Seed.location(7, "Fallon"))
                .seed(Seed.shipMethod(92, "UPS Ground"))
                .seed(Seed.term(2, "Net 30", 30))
                .seed(Seed.account(1000, "Bank", AccountKind.BANK))
                .seed(Seed.account(1100, "Fees", AccountKind.EXPENSE))
                .seed(Seed.account(1200, "Refunds", AccountKind.BANK))
                .seed(Seed.account(1300, "Clearing", AccountKind.OTHER_CURRENT_ASSET))
                .seed(Seed.account(1400, "Receivable", AccountKind.ACCOUNTS_RECEIVABLE))
                .seed(Seed.account(1500, "Undeposited", AccountKind.UNDEPOSITED_FUNDS))
                .seed(Seed.account(1600, "Sales", AccountKind.INCOME))
                .seed(Seed.account(1700, "Prepaid", AccountKind.CUSTOMER_DEPOSITS))
                .start();
        shopSettings = new TreeMap<>(shopSettings().toMap());
        netSuiteSettings = new TreeMap<>(NetSuiteSettings.builder("1234567", ZoneId.of("America/Los_Angeles"))
                .tba("ck", "cs", "ti", "ts")
                .baseUrl(netSuite.baseUri())
                .subsidiary("1")
                .currency(currency, "1")
                .currency("CAD", "7")
                .customer(SHOP, "110")
                .location(SHOP, "6")
                .shipMethod("Standard", "92")
                .discountItem("301")
                .chargeItem("79")
                .taxItem("78")
                .set("item.rounding", "82")
                .set("item.refund", "81")
                .set("field.lines", "custbody_drayage_lines")
                .set("terms", "net-30=2")
                .set("refund.accounts", SHOP + "=" + REFUNDS)
                .set("payout.banks", SHOP + "=" + BANK)
                .set("payout.clearing", SHOP + "=" + CLEARING)
                .set(
                        "payout.accounts",
                        "fee=" + FEES + ",other=" + FEES + ",adjustment=" + FEES + ",dispute=" + FEES + ",reserve="
                                + CLEARING)
                .queryLag(Duration.ZERO)
                .build()
                .toMap());
    }

    private ShopifySettingsBuilder shopSettings() {
        return ShopifySettings.builder()
                .shop("acme.myshopify.com")
                .accessToken(shop.tokens().staticToken())
                .erpPaymentMethod("Booked in NetSuite")
                .baseUrl(shop.endpoint());
    }

    /** A shop in dollars. */
    public static ShopAndBooks open() {
        return open("USD");
    }

    /** A shop and books that both keep this currency, and Canadian dollars beside it; the books with these features too. */
    static ShopAndBooks open(String currency, AccountPreference... preferences) {
        return new ShopAndBooks(currency, Duration.ZERO, preferences);
    }

    /** A shop in dollars whose clock is so far behind everybody else's. */
    static ShopAndBooks withShopBehind(Duration time) {
        return new ShopAndBooks("USD", time);
    }

    /** Opens both accounts anew, as after a restart, and runs the syncs one after the other. */
    List<RunReport> run(BiFunction<Connector, Connector, List<Sync<?>>> wiring) {
        return run(wiring, (call, action) -> action.run());
    }

    /** The same; every call of the store and of the accounts goes through {@code tap}. */
    public List<RunReport> run(BiFunction<Connector, Connector, List<Sync<?>>> wiring, Interposed.Tap tap) {
        return run(wiring, tap, Duration.ofMinutes(20));
    }

    /** The same, so long after the last time. */
    List<RunReport> run(
            BiFunction<Connector, Connector, List<Sync<?>>> wiring, Interposed.Tap tap, Duration afterwards) {
        time.advance(afterwards);
        SyncStore tapped = Interposed.wrap(SyncStore.class, store, tap);
        Connectors connectors = Connectors.discover(new Connectors.Environment(
                tapped, "default", time, TRANSPORT, new Random(time.instant().toEpochMilli())));
        List<RunReport> reports = new ArrayList<>();
        try (Connector storefront = Interposed.wrap(Connector.class, connectors.open("shopify", shopSettings), tap);
                Connector erp = Interposed.wrap(Connector.class, connectors.open("netsuite", netSuiteSettings), tap)) {
            List<Sync<?>> syncs = wiring.apply(storefront, erp);
            SyncEngine.Builder builder =
                    SyncEngine.builder().store(tapped).time(time).startAt(GO_LIVE);
            syncs.forEach(builder::sync);
            try (SyncEngine engine = builder.build()) {
                for (Sync<?> sync : syncs) {
                    reports.add(engine.run(sync.name(), RunBudget.minutes(60)));
                }
            }
        }
        return reports;
    }

    /** The store is lost. */
    public void emptyStore() {
        store = new InMemorySyncStore(time);
    }

    /** Records that wait for people. */
    public List<RecordEntry> parked() {
        return store.ledger("default")
                .records(RecordQuery.builder().addStates(RecordState.PARKED).build());
    }

    /** Transactions of a kind that belong to an order of the shop. */
    public List<Books.Transaction> booked(String recordType, ShopOrder order) {
        return netSuite.books().transactions().stream()
                .filter(transaction -> transaction.recordType().equals(recordType))
                .filter(transaction -> netSuite.record(recordType, transaction.id())
                        .orElseThrow()
                        .body()
                        .path("custbody_drayage_order_id")
                        .asText()
                        .equals(Long.toString(order.number())))
                .toList();
    }

    @Override
    public void close() {
        shop.close();
        netSuite.close();
        if (!shop.traffic().violations().isEmpty()) {
            throw new AssertionError(
                    "refused by the vendor's schema: " + shop.traffic().violations());
        }
    }
}
