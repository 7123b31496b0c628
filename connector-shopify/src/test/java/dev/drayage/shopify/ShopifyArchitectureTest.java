package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import dev.drayage.testing.ArchitectureRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopifyArchitectureTest {
    private static final JavaClasses SHOPIFY = ArchitectureRules.mainClasses("dev.drayage.shopify");

    @Test
    void time_and_chance_come_from_outside() {
        ArchitectureRules.timeAndChanceComeFromOutside().check(SHOPIFY);
    }

    @Test
    void no_hidden_library_stands_in_a_signature() {
        ArchitectureRules.noHiddenLibraryInSignatures("dev.drayage.shopify").check(SHOPIFY);
    }

    @Test
    void nothing_public_can_change() {
        ArchitectureRules.noPublicMutableFields().check(SHOPIFY);
    }

    @Test
    void every_document_is_sent_by_somebody() {
        assertThat(SHOPIFY.get(Documents.class).getFields().stream()
                        .filter(field -> field.getRawType().isEquivalentTo(Document.class))
                        .filter(field -> field.getAccessesToSelf().stream()
                                .allMatch(access -> access.getOriginOwner().isEquivalentTo(Documents.class)))
                        .map(JavaField::getName))
                .isEmpty();
    }

    @Test
    void documents_know_nothing_of_calls_and_calls_nothing_of_what_is_done_with_them() {
        ArchitectureRules.order(
                        "dev.drayage.shopify.internal",
                        List.of(
                                "graphql",
                                "documents",
                                "api",
                                "locations",
                                "orders",
                                "products",
                                "edits",
                                "metafields",
                                "payments",
                                "companies",
                                "payouts",
                                "refunds",
                                "fulfillment",
                                "inventory",
                                "prices",
                                "diagnosis"))
                .forEach(rule -> rule.check(SHOPIFY));
    }
}
