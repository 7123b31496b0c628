package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Mutations of variants' prices and of price lists, all rows or none. Guarded by the shop. */
final class PricesApi {
    private final Shop shop;
    private final Shapes shapes;

    PricesApi(Shop shop, Shapes shapes) {
        this.shop = shop;
        this.shapes = shapes;
    }

    void addTo(Mutations mutations) {
        mutations
                .add("productVariantsBulkUpdate", (args, asked) -> variants(args))
                .add("priceListFixedPricesAdd", (args, asked) -> {
                    PriceList list = list(args);
                    List<Variant> set = set(list, args.objects("prices"), "prices");
                    return Shape.of("Payload")
                            .ask(
                                    "prices",
                                    a -> set.stream()
                                            .map(each -> shapes.stock.price(list, each))
                                            .toList());
                })
                .add("priceListFixedPricesUpdate", (args, asked) -> {
                    PriceList list = list(args);
                    List<String> deleted = args.texts("variantIdsToDelete");
                    List<Variant> gone = fixed(list, deleted, "variantIdsToDelete");
                    List<Variant> set = set(list, args.objects("pricesToAdd"), "pricesToAdd");
                    gone.stream().filter(each -> !set.contains(each)).forEach(list.prices::remove);
                    return Shape.of("Payload")
                            .put("deletedFixedPriceVariantIds", deleted)
                            .ask("priceList", a -> shapes.stock.priceList(list))
                            .ask(
                                    "pricesAdded",
                                    a -> set.stream()
                                            .map(each -> shapes.stock.price(list, each))
                                            .toList());
                })
                .add("priceListFixedPricesDelete", (args, asked) -> {
                    PriceList list = list(args);
                    List<String> deleted = args.texts("variantIds");
                    fixed(list, deleted, "variantIds").forEach(list.prices::remove);
                    list.touch(shop.now());
                    return Shape.of("Payload").put("deletedFixedPriceVariantIds", deleted);
                });
    }

    private PriceList list(Args args) {
        PriceList list = shop.priceLists.get(Gids.number(args.text("priceListId"), "PriceList"));
        if (list == null) {
            throw UserError.at("Price list does not exist.", "priceListId")
                    .coded("PRICE_LIST_NOT_FOUND")
                    .thrown();
        }
        return list;
    }

    /** The same variant twice: the last row wins. */
    private List<Variant> set(PriceList list, List<Args> rows, String field) {
        Map<Variant, PriceList.Price> prices = new LinkedHashMap<>();
        for (int n = 0; n < rows.size(); n++) {
            Args row = rows.get(n);
            String index = Integer.toString(n);
            Variant variant = shop.variants.get(Gids.number(row.text("variantId"), "ProductVariant"));
            if (variant == null) {
                throw UserError.at("Variant not found.", field, index, "variantId")
                        .coded("VARIANT_NOT_FOUND")
                        .thrown();
            }
            Args price = row.in("price");
            if (!price.text("currencyCode").equals(list.currency)) {
                throw UserError.at(
                                "The specified currency does not match the price list's currency.",
                                field,
                                index,
                                "price",
                                "currencyCode")
                        .coded("PRICE_LIST_CURRENCY_MISMATCH")
                        .thrown();
            }
            prices.put(
                    variant,
                    new PriceList.Price(
                            price.decimal("amount").orElseThrow(),
                            row.in("compareAtPrice").decimal("amount").orElse(null)));
        }
        list.prices.putAll(prices);
        list.touch(shop.now());
        return List.copyOf(prices.keySet());
    }

    private List<Variant> fixed(PriceList list, List<String> gids, String field) {
        List<Variant> found = new ArrayList<>();
        for (int n = 0; n < gids.size(); n++) {
            Variant variant = shop.variants.get(Gids.number(gids.get(n), "ProductVariant"));
            if (variant == null || !list.prices.containsKey(variant)) {
                throw UserError.at("Only fixed prices can be deleted.", field, Integer.toString(n))
                        .coded("PRICE_NOT_FIXED")
                        .thrown();
            }
            found.add(variant);
        }
        return found;
    }

    private Shape variants(Args args) {
        Product product = shop.products.get(Gids.number(args.text("productId"), "Product"));
        if (product == null) {
            throw UserError.at("Product does not exist", "productId")
                    .coded("PRODUCT_DOES_NOT_EXIST")
                    .thrown();
        }
        List<Args> rows = args.objects("variants");
        List<UserError> errors = new ArrayList<>();
        Map<Variant, Args> changes = new LinkedHashMap<>();
        for (int n = 0; n < rows.size(); n++) {
            Args row = rows.get(n);
            String index = Integer.toString(n);
            Variant variant = row.maybe("id")
                    .map(gid -> shop.variants.get(Gids.number(gid, "ProductVariant")))
                    .orElse(null);
            if (variant == null || variant.product != product) {
                errors.add(UserError.at("Product variant does not exist", "variants", index, "id")
                        .coded("PRODUCT_VARIANT_DOES_NOT_EXIST"));
            } else if (row.decimal("price").filter(price -> price.signum() < 0).isPresent()) {
                errors.add(UserError.at("Price must be greater than or equal to 0", "variants", index, "price")
                        .coded("GREATER_THAN_OR_EQUAL_TO"));
            } else {
                changes.put(variant, row);
            }
        }
        if (!errors.isEmpty() && !args.flag("allowPartialUpdates")) {
            throw new UserError.Refused(errors);
        }
        changes.forEach(this::change);
        return Shape.of("Payload")
                .put("userErrors", errors.stream().map(UserError::shape).toList())
                .ask("product", asked -> shapes.stock.product(product))
                .ask(
                        "productVariants",
                        asked -> changes.keySet().stream()
                                .map(shapes.stock::variant)
                                .toList());
    }

    private void change(Variant variant, Args row) {
        row.decimal("price").ifPresent(price -> variant.price = price);
        if (row.has("compareAtPrice")) {
            variant.compareAtPrice = row.decimal("compareAtPrice").orElse(null);
        }
        row.maybe("barcode").ifPresent(text -> variant.barcode = text);
        Args item = row.in("inventoryItem");
        item.maybe("sku").ifPresent(text -> variant.item.sku = text);
        item.decimal("cost").ifPresent(cost -> variant.item.cost = cost);
        if (item.has("tracked")) {
            variant.item.tracked = item.flag("tracked");
        }
        variant.touch(shop.now());
        variant.item.touch(shop.now());
        variant.product.touch(shop.now());
        shop.webhooks().changed("products/update", variant.product);
    }
}
