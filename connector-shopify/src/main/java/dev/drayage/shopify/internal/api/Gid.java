package dev.drayage.shopify.internal.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shopify's global id, {@code gid://shopify/Order/450789469}. Some carry a query behind the number
 * ({@code gid://shopify/InventoryLevel/143?inventory_item_id=53}), and lines that an edit added have no number but a UUID. Numbers
 * of different types are unrelated. Immutable.
 *
 * @param type the type, as in the schema
 * @param key number or UUID, as in the old REST API and in addresses of the admin
 */
public record Gid(String type, String key) {
    private static final Pattern SHAPE = Pattern.compile(
            "gid://shopify/(?<type>[A-Za-z]{1,60})/(?<key>[0-9]{1,20}|[0-9a-f-]{36})(\\?[A-Za-z0-9_=&-]{1,100})?");

    /** Reads an id; empty if it is none of Shopify's. */
    public static Optional<Gid> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        return matcher.matches() ? Optional.of(new Gid(matcher.group("type"), matcher.group("key"))) : Optional.empty();
    }

    /** Whether a text is an id of a type. */
    public static boolean is(String type, String text) {
        return parse(text).filter(found -> found.type().equals(type)).isPresent();
    }

    /** The id as Shopify writes it, without a query. */
    @Override
    public String toString() {
        return "gid://shopify/" + type + "/" + key;
    }
}
