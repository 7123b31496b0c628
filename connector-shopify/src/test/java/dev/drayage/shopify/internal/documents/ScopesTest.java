package dev.drayage.shopify.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.shopify.internal.ShopifySpecs;
import dev.drayage.shopify.internal.graphql.Document;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void the_table_names_what_shopify_demands_for_the_documents_of_each_area() {
        NeededScopes needed = new NeededScopes(
                UnExecutableSchemaGenerator.makeUnExecutableSchema(ShopifySpecs.schema("2026-10")),
                ShopifySpecs.scopes());
        Map<String, Set<Set<String>>> byArea = new TreeMap<>();
        for (Document document : Documents.all()) {
            byArea.computeIfAbsent(document.area(), key -> new HashSet<>()).addAll(needed.of(document));
        }

        byArea.forEach((area, all) -> assertThat(Scopes.of(area).stream().map(need -> Set.copyOf(need.anyOf())))
                .as("scopes of %s", area)
                .containsExactlyInAnyOrderElementsOf(withoutImplied(all)));
        assertThat(Scopes.areas()).isSubsetOf(byArea.keySet());
    }

    /** Alternatives that are met whenever others are: a write scope includes the read. */
    private static List<Set<String>> withoutImplied(Set<Set<String>> all) {
        List<Set<String>> left = all.stream()
                .sorted(Comparator.<Set<String>>comparingInt(Set::size).thenComparing(Object::toString))
                .collect(Collectors.toCollection(ArrayList::new));
        for (Set<String> one : List.copyOf(left)) {
            if (left.stream().anyMatch(other -> !other.equals(one) && implies(other, one))) {
                left.remove(one);
            }
        }
        return left;
    }

    private static boolean implies(Set<String> met, Set<String> asked) {
        return met.stream()
                .allMatch(scope -> asked.contains(scope) || asked.contains(scope.replaceFirst("^write_", "read_")));
    }

    @Test
    void a_write_scope_meets_the_need_to_read() {
        Scopes.Need need = new Scopes.Need("orders", List.of("read_orders"));

        assertThat(need.isMet(Set.of("write_orders"))).isTrue();
        assertThat(need.isMet(Set.of("read_order_edits"))).isFalse();
    }
}
