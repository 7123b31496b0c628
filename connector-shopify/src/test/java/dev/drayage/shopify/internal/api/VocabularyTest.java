package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.shopify.internal.ShopifySpecs;
import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words that are refused unless they are known must be all that Shopify has. */
class VocabularyTest {
    @ParameterizedTest
    @ValueSource(strings = {"2026-04", "2026-07", "2026-10"})
    void the_words_are_those_of_the_schema(String version) {
        assertThat(Vocabulary.PAYMENT_STATUSES)
                .containsExactlyInAnyOrderElementsOf(words(version, "OrderTransactionStatus"));
        assertThat(Vocabulary.PAYMENT_KINDS)
                .containsExactlyInAnyOrderElementsOf(words(version, "OrderTransactionKind"));
        assertThat(Vocabulary.FULFILLMENT_STATUSES)
                .containsExactlyInAnyOrderElementsOf(words(version, "FulfillmentStatus"));
    }

    private static List<String> words(String version, String type) {
        return Objects.requireNonNull(ShopifySpecs.schema(version).getTypeOrNull(type, EnumTypeDefinition.class))
                .getEnumValueDefinitions()
                .stream()
                .map(EnumValueDefinition::getName)
                .toList();
    }
}
