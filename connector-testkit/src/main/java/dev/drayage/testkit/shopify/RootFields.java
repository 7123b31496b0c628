package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All root fields: what can be asked, and what can be done. Guarded by the shop. */
final class RootFields {
    private static final Duration OPEN_TO_ALL = Duration.ofDays(60);

    private final Shop shop;
    private final Shapes shapes;
    private final Supplier<Scopes> scopes;
    private final Shape root = Shape.of("QueryRoot");

    RootFields(Shop shop, Orders orders, Companies companies, Supplier<Scopes> scopes) {
        this.shop = shop;
        this.scopes = scopes;
        shapes = new Shapes(shop);
        Mutations mutations = new Mutations(shop, root);
        shopFields();
        lists();
        singles();
        new OrderWritesApi(shop, shapes, orders).addTo(mutations);
        new FulfillmentApi(shop, shapes, orders.fulfillmentDesk()).addTo(mutations);
        new InventoryApi(shop, shapes).addTo(mutations);
        new PricesApi(shop, shapes).addTo(mutations);
        new CompaniesApi(shop, shapes, companies).addTo(mutations);
        new OrderEditApi(shop, shapes, orders.editDesk()).addTo(mutations);
        new MetafieldsApi(shop, shapes).addTo(mutations);
    }

    Shape shape() {
        return root;
    }

    private void shopFields() {
        ShopSettings facts = shop.settings();
        root.put(
                "shop",
                Shape.of("Shop")
                        .put("id", "gid://shopify/Shop/1")
                        .put("name", facts.name())
                        .put("email", "shop@merchant.example.com")
                        .put("myshopifyDomain", facts.domain())
                        .put("currencyCode", facts.currency())
                        .put("enabledPresentmentCurrencies", facts.presentmentCurrencies())
                        .put("ianaTimezone", facts.zone().getId())
                        .ask(
                                "timezoneOffset",
                                asked -> facts.zone()
                                        .getRules()
                                        .getOffset(shop.now())
                                        .getId()
                                        .replace(":", "")
                                        .replace("Z", "+0000"))
                        .put("taxesIncluded", false)
                        .put("taxShipping", false)
                        .put("weightUnit", "POUNDS")
                        .put(
                                "plan",
                                Shape.of("ShopPlan")
                                        .put("partnerDevelopment", false)
                                        .put("shopifyPlus", facts.plus())
                                        .put("publicDisplayName", facts.plus() ? "Shopify Plus" : "Shopify")));
        root.ask(
                "currentAppInstallation",
                asked -> Shape.of("AppInstallation")
                        .put("id", "gid://shopify/AppInstallation/1")
                        .put(
                                "app",
                                Shape.of("App")
                                        .put("id", "gid://shopify/App/1")
                                        .put("title", "Example app")
                                        .put("handle", "example-app"))
                        .put(
                                "accessScopes",
                                scopes.get().granted().stream()
                                        .sorted()
                                        .map(each -> Shape.of("AccessScope").put("handle", each))
                                        .toList()));
        root.put(
                "paymentTermsTemplates",
                Arrays.stream(PaymentTermsTemplate.values())
                        .map(PaymentTermsTemplate::shape)
                        .toList());
        root.ask("shopifyPaymentsAccount", asked -> facts.payments() ? shapes.payouts.account() : null);
        root.ask("node", asked -> node(new Args(asked.getArguments()).text("id")));
        root.ask("nodes", asked -> {
            List<@Nullable Shape> found = new ArrayList<>();
            new Args(asked.getArguments()).texts("ids").forEach(id -> found.add(node(id)));
            return found;
        });
        root.ask("job", asked -> {
            String id = new Args(asked.getArguments()).text("id");
            return Shape.of("Job")
                    .put("id", id)
                    .put("done", shop.jobs.containsKey(Gids.number(id, "Job")))
                    .put("query", root);
        });
    }

    private @Nullable Shape node(String gid) {
        return shop.entity(gid).filter(this::visible).map(shapes::of).orElse(null);
    }

    private boolean visible(Entity entity) {
        return !(entity instanceof ShopOrder order) || visible(order);
    }

    /** Without {@code read_all_orders} an order of more than 60 days is as good as gone. */
    private boolean visible(ShopOrder order) {
        return scopes.get().ordersOfAnyAge()
                || order.createdAt().plus(OPEN_TO_ALL).isAfter(shop.now());
    }

    private void singles() {
        for (String each : List.of(
                "Order",
                "Refund",
                "Fulfillment",
                "FulfillmentOrder",
                "Company",
                "CompanyLocation",
                "CompanyContact",
                "Customer",
                "Location",
                "InventoryItem",
                "InventoryLevel",
                "Product",
                "ProductVariant",
                "PriceList")) {
            root.ask(each.substring(0, 1).toLowerCase(Locale.ROOT) + each.substring(1), asked -> {
                String id = new Args(asked.getArguments()).text("id");
                if (!Gids.type(id).equals(each)) {
                    throw ApiError.invalidId(id);
                }
                return node(id);
            });
        }
        root.ask(
                "orderByIdentifier",
                asked -> node(new Args(asked.getArguments()).in("identifier").text("id")));
        root.ask("catalog", asked -> {
            long number = Gids.number(new Args(asked.getArguments()).text("id"), "CompanyLocationCatalog");
            return shop.priceLists.values().stream()
                    .filter(each -> each.catalogNumber == number)
                    .findFirst()
                    .map(shapes.stock::catalog)
                    .orElse(null);
        });
    }

    private void lists() {
        SearchFields<ShopOrder> orders = OrderSearch.fields(shop);
        Function<ShopOrder, Shape> shape = shapes.orders::order;
        root.ask("orders", asked -> page(asked, orders.search(asked, seen()), shape));
        root.ask(
                "ordersCount",
                asked -> Shapes.count(orders.search(asked, seen()).size()));
        SearchFields<FulfillmentOrder> fulfillment = FulfillmentShapes.fields(shop);
        root.ask("fulfillmentOrders", asked -> {
            boolean closed = new Args(asked.getArguments()).flag("includeClosed");
            List<FulfillmentOrder> all = seen().stream()
                    .flatMap(each -> each.fulfillmentOrders.stream())
                    .filter(each -> closed || each.live())
                    .toList();
            return page(asked, fulfillment.search(asked, all), shapes.fulfillment::order);
        });
        SearchFields<Company> companies = new SearchFields<Company>(shop)
                .words("default", (each, at) -> List.of(each.name))
                .words("name", (each, at) -> List.of(each.name))
                .field("external_id", (each, at) -> some(each.externalId));
        root.ask(
                "companies",
                asked -> page(asked, companies.search(asked, shop.companies.values()), shapes.companies::company));
        SearchFields<CompanyLocation> places = new SearchFields<CompanyLocation>(shop)
                .words("name", (each, at) -> List.of(each.name))
                .field("company_id", (each, at) -> List.of(each.company.number()))
                .field("external_id", (each, at) -> some(each.externalId));
        root.ask(
                "companyLocations",
                asked -> page(asked, places.search(asked, shop.companyLocations.values()), shapes.companies::location));
        SearchFields<InventoryItem> items =
                new SearchFields<InventoryItem>(shop).words("sku", (each, at) -> List.of(each.sku));
        root.ask("inventoryItems", asked -> page(asked, items.search(asked, shop.items.values()), shapes.stock::item));
        SearchFields<Variant> variants = new SearchFields<Variant>(shop)
                .words("default", (each, at) -> List.of(each.sku() + " " + each.product.title))
                .words("sku", (each, at) -> List.of(each.sku()))
                .field("barcode", (each, at) -> List.of(each.barcode))
                .field("product_id", (each, at) -> List.of(each.product.number()));
        root.ask(
                "productVariants",
                asked -> page(asked, variants.search(asked, shop.variants.values()), shapes.stock::variant));
        SearchFields<StockLocation> locations = new SearchFields<StockLocation>(shop)
                .words("name", (each, at) -> List.of(each.name))
                .field("active", (each, at) -> List.of(each.active));
        root.ask("locations", asked -> {
            Args args = new Args(asked.getArguments());
            List<StockLocation> shown = locations.search(asked, shop.locations.values()).stream()
                    .filter(each -> each.active || args.flag("includeInactive"))
                    .filter(each -> !each.fulfillmentService || args.flag("includeLegacy"))
                    .toList();
            return page(asked, shown, shapes.stock::location);
        });
        root.ask("priceLists", asked -> page(asked, shop.priceLists.values(), shapes.stock::priceList));
        root.ask("catalogs", asked -> page(asked, shop.priceLists.values(), shapes.stock::catalog));
    }

    private List<ShopOrder> seen() {
        return shop.orders.values().stream().filter(this::visible).toList();
    }

    static List<String> some(@Nullable String text) {
        return Optional.ofNullable(text).map(List::of).orElse(List.of());
    }

    private <T extends Entity> Shape page(
            DataFetchingEnvironment asked, Collection<? extends T> found, Function<T, Shape> shape) {
        Args args = new Args(asked.getArguments());
        String sort = args.maybe("sortKey").orElse("ID");
        List<Connection.Row> rows = new ArrayList<>();
        for (T each : found) {
            rows.add(new Connection.Row(sortValue(each, sort), each.number(), a -> shape.apply(each)));
        }
        return Connection.page(asked, rows, args.flag("reverse"));
    }

    private String sortValue(Entity each, String sort) {
        return switch (sort) {
            case "UPDATED_AT" ->
                Connection.padded(each.indexedAt(shop.now(), shop.searchLag())
                        .orElse(each.updatedAt())
                        .toEpochMilli());
            case "CREATED_AT" -> Connection.padded(each.createdAt().toEpochMilli());
            case "PROCESSED_AT" ->
                Connection.padded(
                        (each instanceof ShopOrder order ? order.processedAt : each.createdAt()).toEpochMilli());
            case "ORDER_NUMBER" -> Connection.padded(each instanceof ShopOrder order ? order.serial : each.number());
            case "NAME" ->
                Map.of("Location", each instanceof StockLocation place ? place.name : "")
                        .getOrDefault(each.type(), each.gid());
            default -> Connection.padded(each.number());
        };
    }
}
