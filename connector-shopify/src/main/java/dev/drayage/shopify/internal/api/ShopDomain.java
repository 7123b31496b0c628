package dev.drayage.shopify.internal.api;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The domain that names a shop for good, such as {@code acme.myshopify.com}. Only Shopify's own domains are let through, so that
 * no token is ever sent elsewhere. Stateless.
 */
public final class ShopDomain {
    private static final Pattern SHOP =
            Pattern.compile("[a-z0-9][a-z0-9_-]*\\.(myshopify\\.com|shopify\\.com|myshopify\\.io|shop\\.dev)");
    private static final Pattern ADMIN = Pattern.compile("admin\\.shopify\\.com/store/([a-z0-9][a-z0-9_-]*)");

    private ShopDomain() {}

    /**
     * Reads what people paste: the domain, its address, or the address of the shop's admin.
     *
     * @throws IllegalArgumentException if it is none of Shopify's
     */
    public static String parse(String text) {
        String bare = text.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https://", "")
                .replaceFirst("/+$", "");
        Matcher admin = ADMIN.matcher(bare);
        String domain = admin.matches() ? admin.group(1) + ".myshopify.com" : bare;
        if (!SHOP.matcher(domain).matches() || domain.equals("admin.shopify.com")) {
            throw new IllegalArgumentException("must be a shop's own domain such as acme.myshopify.com");
        }
        return domain;
    }
}
