package dev.drayage.shopify.internal.graphql;

import dev.drayage.shopify.internal.graphql.Selection.Field;
import java.util.Set;

/**
 * Shapes without a schema, from how our own documents are written: a connection asks for {@code nodes} or {@code edges}, an
 * amount for its currency, and a fragment in place is a branch. A test holds it against the schema for every document.
 * Stateless.
 */
final class DocumentShapes implements Shapes {
    private static final Shape FREE = new Shape(Weight.FREE, "");
    private static final Set<String> MONEY_BAG = Set.of("shopMoney", "presentmentMoney");
    private static final Set<String> MONEY = Set.of("amount", "currencyCode");
    /** The address of a location; the only value object that our documents ask for beside money and page info. */
    private static final Set<String> LOCATION_ADDRESS =
            Set.of("address1", "address2", "city", "provinceCode", "zip", "countryCode");

    @Override
    public Shape of(String parent, Field field, Set<String> asked) {
        if (asked.isEmpty() || field.name().equals("pageInfo")) {
            return FREE;
        }
        if (MONEY_BAG.containsAll(asked) || MONEY.containsAll(asked)) {
            return FREE;
        }
        if (field.name().equals("address") && LOCATION_ADDRESS.containsAll(asked)) {
            return FREE;
        }
        boolean paged = asked.contains("nodes") || asked.contains("edges");
        return new Shape(paged ? Weight.CONNECTION : Weight.OBJECT, "");
    }

    @Override
    public String root(Operation.Kind kind) {
        return "";
    }

    @Override
    public boolean isBranch(String parent, String condition, boolean inline) {
        return inline;
    }
}
