package dev.drayage.testkit.shopify;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Locations, products, quantities and price lists: what the merchant sets up and a checker reads. Thread-safe. */
public final class Stock {
    private final Shop shop;

    Stock(Shop shop) {
        this.shop = shop;
    }

    /** A location of the merchant's own. */
    public StockLocation location(String name) {
        return location(name, false);
    }

    /** A location of a third party's fulfilment service. */
    public StockLocation fulfillmentService(String name) {
        return location(name, true);
    }

    private StockLocation location(String name, boolean service) {
        synchronized (shop) {
            StockLocation location = new StockLocation(
                    shop.id("Location"),
                    shop.now(),
                    name,
                    service,
                    PostalAddress.of("", "", "1 Dock Road", "Springfield", "OR", "97477", "US"));
            shop.locations.put(location.number(), location);
            return location;
        }
    }

    /** The location is no longer used. */
    public void deactivate(StockLocation location) {
        synchronized (shop) {
            location.active = false;
            location.touch(shop.now());
        }
    }

    /** A product with one variant, stocked nowhere yet. */
    public Variant product(String sku, String title, String price) {
        synchronized (shop) {
            Product product = new Product(shop.id("Product"), shop.now(), title);
            shop.products.put(product.number(), product);
            return variant(product, sku, price);
        }
    }

    /** Another variant of a product; the same sku may stand on many. */
    public Variant variant(Product product, String sku, String price) {
        synchronized (shop) {
            InventoryItem item = new InventoryItem(shop.id("InventoryItem"), shop.now(), sku);
            Variant variant = new Variant(shop.id("ProductVariant"), shop.now(), product, item, new BigDecimal(price));
            item.variant = variant;
            product.variants.add(variant);
            shop.items.put(item.number(), item);
            shop.variants.put(variant.number(), variant);
            return variant;
        }
    }

    /** The product is gone; lines that were sold keep sku and title. */
    public void delete(Product product) {
        synchronized (shop) {
            product.deleted = true;
            shop.products.remove(product.number());
            for (Variant each : product.variants) {
                shop.variants.remove(each.number());
                shop.items.remove(each.item.number());
            }
        }
    }

    /** So many units can be sold at a location, which is activated for the item if need be. */
    public InventoryLevel available(Variant variant, StockLocation location, int units) {
        synchronized (shop) {
            InventoryLevel level = level(shop, variant.item, location);
            level.active = true;
            level.add("available", units - level.quantity("available"), shop.now());
            return level;
        }
    }

    /** Units in another state, by Shopify's name. */
    public void add(InventoryLevel level, String state, int delta) {
        synchronized (shop) {
            level.add(state, delta, shop.now());
        }
    }

    /** The item is no longer stocked there; its quantities are kept. */
    public void deactivate(InventoryLevel level) {
        synchronized (shop) {
            level.active = false;
            level.touch(shop.now());
        }
    }

    static InventoryLevel level(Shop shop, InventoryItem item, StockLocation location) {
        return item.levels.computeIfAbsent(
                location, place -> new InventoryLevel(shop.id("InventoryLevel"), shop.now(), item, place));
    }

    /** A price list with a catalog for some company locations. */
    public PriceList priceList(String name, String currency, CompanyLocation... locations) {
        synchronized (shop) {
            PriceList list =
                    new PriceList(shop.id("PriceList"), shop.now(), name, currency, shop.id("CompanyLocationCatalog"));
            list.locations.addAll(List.of(locations));
            shop.priceLists.put(list.number(), list);
            return list;
        }
    }

    /** Somebody changes a variant's own price in the admin. */
    public void price(Variant variant, String amount) {
        synchronized (shop) {
            variant.price = new BigDecimal(amount);
            variant.touch(shop.now());
        }
    }

    /** Somebody sets a price of a list in the admin, with a struck-out price beside it or null for none. */
    public void fixedPrice(PriceList list, Variant variant, String amount, @Nullable String compareAt) {
        synchronized (shop) {
            list.prices.put(
                    variant,
                    new PriceList.Price(new BigDecimal(amount), compareAt == null ? null : new BigDecimal(compareAt)));
            list.touch(shop.now());
        }
    }

    /** Somebody changes the currency of a list, which wipes its fixed prices. */
    public void currency(PriceList list, String currency) {
        synchronized (shop) {
            list.currency = currency;
            list.prices.clear();
            list.touch(shop.now());
        }
    }

    /** The first variant with a sku. */
    public Optional<Variant> variant(String sku) {
        synchronized (shop) {
            return shop.variant(sku);
        }
    }

    /** All locations. */
    public List<StockLocation> locations() {
        synchronized (shop) {
            return List.copyOf(shop.locations.values());
        }
    }

    /** All quantities. */
    public List<InventoryLevel> levels() {
        synchronized (shop) {
            return List.copyOf(shop.levels());
        }
    }
}
