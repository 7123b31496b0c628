package dev.drayage.testkit.shopify;

import graphql.schema.DataFetchingEnvironment;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Locations, products, quantities, price lists. Guarded by the shop. */
final class StockShapes {
    private final Shapes shapes;

    StockShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    Shape location(StockLocation each) {
        Shape service = Shape.of("FulfillmentService")
                .put("id", Gids.gid("FulfillmentService", each.number()))
                .put("handle", each.fulfillmentService ? "third-party" : "manual")
                .put("serviceName", each.name)
                .put("type", each.fulfillmentService ? "THIRD_PARTY" : "MANUAL")
                .put("inventoryManagement", each.fulfillmentService);
        return shapes.base(each)
                .put("name", each.name)
                .put("isActive", each.active)
                .put("activatable", !each.active)
                .put("deactivatable", each.active)
                .put(
                        "hasActiveInventory",
                        shapes.shop.levels().stream().anyMatch(level -> level.location == each && level.active))
                .put("fulfillsOnlineOrders", true)
                .put("shipsInventory", true)
                .put("isFulfillmentService", each.fulfillmentService)
                .put("isPrimary", shapes.shop.firstLocation().map(each::equals).orElse(false))
                .put("fulfillmentService", each.fulfillmentService ? service : null)
                .put("address", Shapes.address(each.address, each.gid()))
                .ask(
                        "inventoryLevels",
                        asked -> levels(shapes.shop.levels().stream()
                                        .filter(level -> level.location == each)
                                        .toList())
                                .at(asked))
                .ask("inventoryLevel", asked -> {
                    long item = Gids.number(new Args(asked.getArguments()).text("inventoryItemId"), "InventoryItem");
                    return Optional.ofNullable(shapes.shop.items.get(item))
                            .flatMap(found -> found.level(each))
                            .map(this::level)
                            .orElse(null);
                });
    }

    private Shape.Field levels(List<InventoryLevel> all) {
        return asked -> {
            Args args = new Args(asked.getArguments());
            List<InventoryLevel> shown = all.stream()
                    .filter(each -> each.active || args.flag("includeInactive"))
                    .toList();
            SearchFields<InventoryLevel> fields = new SearchFields<>(shapes.shop);
            return Connection.of(args.text("query").isEmpty() ? shown : fields.search(asked, shown), this::level)
                    .at(asked);
        };
    }

    Shape level(InventoryLevel each) {
        return shapes.base(each)
                .put("isActive", each.active)
                .put("canDeactivate", each.quantity("committed") == 0)
                .ask("item", asked -> item(each.item))
                .ask("location", asked -> location(each.location))
                .ask(
                        "quantities",
                        asked -> new Args(asked.getArguments())
                                .texts("names").stream()
                                        .filter(InventoryLevel.NAMES::contains)
                                        .map(name -> Shape.of("InventoryQuantity")
                                                .put(
                                                        "id",
                                                        "gid://shopify/InventoryQuantity/" + each.number() + "?name="
                                                                + name)
                                                .put("name", name)
                                                .put("quantity", each.quantity(name))
                                                .put("updatedAt", each.changedAt(name)))
                                        .toList());
    }

    Shape item(InventoryItem each) {
        Variant variant = each.variant;
        List<InventoryLevel> levels = List.copyOf(each.levels.values());
        List<Variant> variants = variant == null ? List.of() : List.of(variant);
        return shapes.base(each)
                .put("sku", Shapes.orNull(each.sku))
                .put("tracked", each.tracked)
                .put("requiresShipping", each.requiresShipping)
                .put("duplicateSkuCount", (int) shapes.shop.items.values().stream()
                        .filter(other -> other != each && other.sku.equals(each.sku))
                        .count())
                .put(
                        "unitCost",
                        each.cost == null
                                ? null
                                : Amounts.money(
                                        each.cost, shapes.shop.settings().currency()))
                .put("locationsCount", Shapes.count((int)
                        levels.stream().filter(level -> level.active).count()))
                .ask("variant", asked -> variant == null ? null : variant(variant))
                .ask("variants", Connection.of(variants, this::variant))
                .ask("inventoryLevels", levels(levels))
                .ask("inventoryLevel", asked -> {
                    long place = Gids.number(new Args(asked.getArguments()).text("locationId"), "Location");
                    return levels.stream()
                            .filter(level -> level.location.number() == place)
                            .findFirst()
                            .map(this::level)
                            .orElse(null);
                });
    }

    Shape variant(Variant each) {
        return shapes.base(each)
                .put("title", "Default Title")
                .put("displayName", each.product.title)
                .put("sku", Shapes.orNull(each.sku()))
                .put("barcode", Shapes.orNull(each.barcode))
                .put("price", each.price.setScale(2, RoundingMode.HALF_UP).toPlainString())
                .put("compareAtPrice", each.compareAtPrice == null ? null : each.compareAtPrice.toPlainString())
                .put("taxable", each.taxable)
                .put("position", each.product.variants.indexOf(each) + 1)
                .put("inventoryPolicy", "DENY")
                .put(
                        "inventoryQuantity",
                        each.item.levels.values().stream()
                                .mapToInt(level -> level.quantity("available"))
                                .sum())
                .put(
                        "selectedOptions",
                        List.of(Shape.of("SelectedOption").put("name", "Title").put("value", "Default Title")))
                .ask("product", asked -> product(each.product))
                .ask("inventoryItem", asked -> item(each.item))
                .ask("contextualPricing", asked -> contextual(each, new Args(asked.getArguments()).in("context")));
    }

    /** The fixed price of a catalog of the company location, else the variant's own. */
    private Shape contextual(Variant variant, Args context) {
        String location = context.text("companyLocationId");
        for (PriceList list : shapes.shop.priceLists.values()) {
            PriceList.Price price = list.prices.get(variant);
            if (price != null
                    && list.locations.stream().anyMatch(each -> each.gid().equals(location))) {
                return Shape.of("ProductVariantContextualPricing")
                        .put("price", Amounts.money(price.amount(), list.currency));
            }
        }
        return Shape.of("ProductVariantContextualPricing")
                .put(
                        "price",
                        Amounts.money(variant.price, shapes.shop.settings().currency()));
    }

    Shape product(Product each) {
        return shapes.base(each)
                .put("title", each.title)
                .put("status", "ACTIVE")
                .put("handle", "product-" + each.number())
                .put("vendor", shapes.shop.settings().name())
                .put("productType", "")
                .ask("variants", Connection.of(each.variants, this::variant));
    }

    Shape priceList(PriceList each) {
        return shapes.base(each)
                .put("name", each.name)
                .put("currency", each.currency)
                .put("fixedPricesCount", each.prices.size())
                .put("parent", null)
                .ask("catalog", asked -> catalog(each))
                .ask("prices", asked -> prices(each, asked));
    }

    /** Every price of a list here is a fixed one. */
    private Shape prices(PriceList list, DataFetchingEnvironment asked) {
        boolean fixed = new Args(asked.getArguments())
                .maybe("originType")
                .map("FIXED"::equals)
                .orElse(true);
        SearchFields<Variant> fields = new SearchFields<Variant>(shapes.shop)
                .field("variant_id", (variant, at) -> List.of(variant.number()))
                .field("product_id", (variant, at) -> List.of(variant.product.number()));
        List<Variant> found = fixed ? fields.search(asked, list.prices.keySet()) : List.of();
        List<Connection.Row> rows = found.stream()
                .map(variant -> new Connection.Row(
                        Connection.padded(variant.number()), variant.number(), a -> price(list, variant)))
                .toList();
        return Connection.page(asked, rows, false);
    }

    Shape price(PriceList list, Variant variant) {
        PriceList.Price price = list.prices.get(variant);
        if (price == null) {
            throw new IllegalStateException("no fixed price of " + variant.sku());
        }
        return Shape.of("PriceListPrice")
                .put("originType", "FIXED")
                .ask("variant", asked -> variant(variant))
                .put("price", Amounts.money(price.amount(), list.currency))
                .put(
                        "compareAtPrice",
                        price.compareAt() == null ? null : Amounts.money(price.compareAt(), list.currency));
    }

    Shape catalog(PriceList list) {
        return Shape.of("CompanyLocationCatalog")
                .put("id", Gids.gid("CompanyLocationCatalog", list.catalogNumber))
                .put("title", list.name)
                .put("status", "ACTIVE")
                .ask("priceList", asked -> priceList(list))
                .ask("companyLocations", Connection.of(list.locations, shapes.companies::location));
    }
}
