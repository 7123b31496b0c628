package dev.drayage.testkit.shopify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The shop's state. Every reader and writer holds this object's monitor. */
final class Shop {
    private final InstantSource clock;
    private final ShopSettings settings;
    private final Gids ids;
    private final WriteJournal journal = new WriteJournal();
    private final Traffic traffic = new Traffic();
    private final Webhooks webhooks;
    final Map<Long, ShopOrder> orders = new LinkedHashMap<>();
    final Map<Long, StockLocation> locations = new LinkedHashMap<>();
    final Map<Long, Product> products = new LinkedHashMap<>();
    final Map<Long, Variant> variants = new LinkedHashMap<>();
    final Map<Long, InventoryItem> items = new LinkedHashMap<>();
    final Map<Long, Customer> customers = new LinkedHashMap<>();
    final Map<Long, Company> companies = new LinkedHashMap<>();
    final Map<Long, CompanyLocation> companyLocations = new LinkedHashMap<>();
    final Map<Long, PriceList> priceLists = new LinkedHashMap<>();
    final Map<Long, Payout> payouts = new LinkedHashMap<>();
    final Map<Long, BalanceRow> balance = new TreeMap<>();
    final Map<Long, OrderEdit> edits = new LinkedHashMap<>();
    final Map<Long, ShopOrder> jobs = new LinkedHashMap<>();
    private Duration searchLag = Duration.ZERO;
    private int serial = 1000;

    Shop(InstantSource clock, ShopSettings settings, long seed, String webhookSecret) {
        this.clock = clock;
        this.settings = settings;
        ids = new Gids(seed);
        webhooks = new Webhooks(this, webhookSecret);
    }

    /** Now, in whole seconds as Shopify keeps them. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    ShopSettings settings() {
        return settings;
    }

    long id(String type) {
        return ids.next(type);
    }

    int nextSerial() {
        return ++serial;
    }

    WriteJournal journal() {
        return journal;
    }

    Traffic traffic() {
        return traffic;
    }

    Webhooks webhooks() {
        return webhooks;
    }

    Duration searchLag() {
        return searchLag;
    }

    void searchLag(Duration lag) {
        searchLag = lag;
    }

    Optional<Variant> variant(String sku) {
        return variants.values().stream()
                .filter(each -> !sku.isEmpty() && each.sku().equals(sku))
                .findFirst();
    }

    Optional<StockLocation> firstLocation() {
        return locations.values().stream()
                .filter(each -> each.active && !each.fulfillmentService)
                .findFirst();
    }

    Collection<InventoryLevel> levels() {
        return items.values().stream()
                .flatMap(item -> item.levels.values().stream())
                .toList();
    }

    /** Whatever has this global id, of the types that {@code node} knows. */
    Optional<? extends Entity> entity(String gid) {
        String type = Gids.type(gid);
        if (type.isEmpty()) {
            throw ApiError.invalidId(gid);
        }
        long number = Gids.number(gid, type);
        return switch (type) {
            case "Order" -> Optional.ofNullable(orders.get(number));
            case "Location" -> Optional.ofNullable(locations.get(number));
            case "Product" -> Optional.ofNullable(products.get(number));
            case "ProductVariant" -> Optional.ofNullable(variants.get(number));
            case "InventoryItem" -> Optional.ofNullable(items.get(number));
            case "InventoryLevel" ->
                levels().stream().filter(each -> each.number() == number).findFirst();
            case "Customer" -> Optional.ofNullable(customers.get(number));
            case "Company" -> Optional.ofNullable(companies.get(number));
            case "CompanyLocation" -> Optional.ofNullable(companyLocations.get(number));
            case "CompanyContact" ->
                companies.values().stream()
                        .flatMap(each -> each.contacts.stream())
                        .filter(each -> each.number() == number)
                        .findFirst();
            case "PriceList" -> Optional.ofNullable(priceLists.get(number));
            case "FulfillmentOrder" -> fulfillmentOrder(number);
            case "Fulfillment" -> fulfillment(number);
            case "Refund" ->
                orders.values().stream()
                        .flatMap(each -> each.refunds.stream())
                        .filter(each -> each.number() == number)
                        .findFirst();
            case "ShopifyPaymentsPayout" -> Optional.ofNullable(payouts.get(number));
            default -> Optional.empty();
        };
    }

    Optional<FulfillmentOrder> fulfillmentOrder(long number) {
        return orders.values().stream()
                .flatMap(each -> each.fulfillmentOrders.stream())
                .filter(each -> each.number() == number)
                .findFirst();
    }

    Optional<Fulfillment> fulfillment(long number) {
        return orders.values().stream()
                .flatMap(each -> each.fulfillments.stream())
                .filter(each -> each.number() == number)
                .findFirst();
    }
}
