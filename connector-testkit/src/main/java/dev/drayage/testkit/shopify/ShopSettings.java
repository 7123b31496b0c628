package dev.drayage.testkit.shopify;

import java.time.ZoneId;
import java.util.List;

/**
 * What does not change about a shop. Immutable.
 *
 * @param name the shop's name
 * @param domain its {@code myshopify.com} domain
 * @param currency ISO code of its books
 * @param presentmentCurrencies ISO codes that buyers may pay in
 * @param zone its time zone
 * @param plus whether it has Shopify Plus
 * @param payments whether it has Shopify Payments
 */
public record ShopSettings(
        String name,
        String domain,
        String currency,
        List<String> presentmentCurrencies,
        ZoneId zone,
        boolean plus,
        boolean payments) {
    public ShopSettings {
        presentmentCurrencies = List.copyOf(presentmentCurrencies);
    }
}
