package dev.drayage.shopify.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.shopify.internal.ShopifySpecs;
import dev.drayage.shopify.internal.graphql.CostEstimator;
import dev.drayage.shopify.internal.graphql.Document;
import graphql.ParseAndValidate;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final int PRICE_LIMIT = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-07", "2026-10"})
    void every_document_is_valid_in_shopifys_schema(String version) {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(ShopifySpecs.schema(version));

        for (Document document : Documents.all()) {
            assertThat(ParseAndValidate.validate(schema, Parser.parse(document.text()), Locale.ROOT))
                    .as("%s in %s", document, version)
                    .isEmpty();
        }
    }

    @Test
    void every_document_stays_under_the_price_limit_at_its_largest_page() {
        CostEstimator estimator = CostEstimator.ofDocuments();
        for (Document document : Documents.all()) {
            int points = document.estimate(estimator, Map.of());
            assertThat(points).as(document.toString()).isLessThanOrEqualTo(PRICE_LIMIT);
        }
    }

    @Test
    void every_file_is_in_use_and_every_document_has_a_name_of_its_own() throws IOException, URISyntaxException {
        Path root = Path.of(Objects.requireNonNull(Documents.class.getResource("fragments/Bag.graphql"))
                        .toURI())
                .resolve("../..")
                .normalize();
        Set<String> used = new TreeSet<>();
        Documents.all().forEach(document -> used.add(document.toString()));
        assertThat(used).hasSameSizeAs(Documents.all());
        Set<String> fragments = Documents.all().stream()
                .flatMap(document -> document.text().lines())
                .filter(line -> line.startsWith("fragment "))
                .map(line -> "fragments/" + line.replaceFirst("^fragment (\\w+) .*", "$1"))
                .collect(Collectors.toSet());
        used.addAll(fragments);
        try (Stream<Path> files = Files.walk(root)) {
            List<String> names = files.filter(file -> file.toString().endsWith(".graphql"))
                    .map(file -> root.relativize(file).toString().replace(".graphql", ""))
                    .toList();
            assertThat(names).containsExactlyInAnyOrderElementsOf(used);
        }
    }

    @Test
    void exactly_the_mutations_that_shopify_lets_carry_a_key_carry_one() {
        assertThat(Documents.all().stream().filter(Document::isIdempotent).map(Document::root))
                .containsExactlyInAnyOrder("inventorySetQuantities", "inventoryActivate");
    }

    @Test
    void a_document_asks_for_no_field_that_needs_a_scope_which_apps_do_not_get() {
        assertThat(Documents.all())
                .allSatisfy(
                        document -> assertThat(document.text()).doesNotContainPattern("\\b(staffMember|heldByApp)\\b"));
    }
}
