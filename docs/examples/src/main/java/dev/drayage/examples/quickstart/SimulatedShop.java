package dev.drayage.examples.quickstart;

import dev.drayage.shopify.ShopifySettings;
import dev.drayage.testkit.amazon.TradingWeek;
import dev.drayage.testkit.shopify.InventoryLevel;
import dev.drayage.testkit.shopify.ShopifySimulator;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/** A shop on loopback that sells what the seller sells at Amazon, out of two places. */
final class SimulatedShop implements AutoCloseable {
    /** The shop as an account. */
    static final String CHANNEL = "shopify:acme.myshopify.com";
    /** Under which payments that were booked in NetSuite stand in the shop. */
    static final String BOOKED_IN_NETSUITE = "Booked in NetSuite";

    private final ShopifySimulator shopify;
    private final StockLocation oakland;
    private final StockLocation fallon;
    private final InventoryLevel raced;

    private SimulatedShop(ShopifySimulator shopify) {
        this.shopify = shopify;
        this.oakland = shopify.stock().location("Oakland");
        this.fallon = shopify.stock().location("Fallon");
        for (TradingWeek.Article article : SimulatedWorld.articles()) {
            Variant variant = shopify.stock()
                    .product(article.sku(), article.title(), article.price().toPlainString());
            shopify.stock().available(variant, oakland, 0);
            shopify.stock().available(variant, fallon, 0);
        }
        this.raced = shopify.stock()
                .available(shopify.stock().product(StockRace.SKU, "Signed poster", StockRace.PRICE), oakland, 0);
    }

    /** Opens it; nothing is in stock until NetSuite tells. */
    static SimulatedShop start(InstantSource clock) {
        return new SimulatedShop(
                ShopifySimulator.builder(clock).currency("USD", "CAD").start());
    }

    /** Shopify. */
    ShopifySimulator shopify() {
        return shopify;
    }

    /** The place from which goods leave first. */
    StockLocation oakland() {
        return oakland;
    }

    /** The other place. */
    StockLocation fallon() {
        return fallon;
    }

    /** What the shop shows of the article of the race. */
    InventoryLevel raced() {
        return raced;
    }

    /** The flat settings of the shop. */
    Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(ShopifySettings.builder()
                .shop("acme.myshopify.com")
                .accessToken(shopify.tokens().staticToken())
                .erpPaymentMethod(BOOKED_IN_NETSUITE)
                .baseUrl(shopify.endpoint())
                .toMap());
        settings.put(
                "location.map",
                oakland.number() + "=" + ShopBooks.OAKLAND + "," + fallon.number() + "=" + ShopBooks.FALLON);
        settings.put("carrier.map", "UPS=UPS");
        settings.put("orders.postModifications", "true");
        return settings;
    }

    @Override
    public void close() {
        shopify.close();
    }
}
