package dev.drayage.shopify.internal.documents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.shopify.internal.graphql.Document;
import graphql.analysis.QueryTraversalOptions;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.CoercedVariables;
import graphql.parser.Parser;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What Shopify's own table of scopes demands for a document: sets of alternatives, any one of which is enough. */
final class NeededScopes {
    private final GraphQLSchema schema;
    private final Map<String, Set<String>> byType = new HashMap<>();
    private final Map<String, Set<String>> byField = new HashMap<>();

    NeededScopes(GraphQLSchema schema, JsonNode table) {
        this.schema = schema;
        for (JsonNode entry : table) {
            Set<String> scopes = new TreeSet<>();
            entry.path("scopes").forEach(scope -> scopes.add(scope.asText()));
            String type = entry.path("type").asText();
            if (entry.hasNonNull("field")) {
                byField.put(type + "." + entry.path("field").asText(), scopes);
            } else {
                byType.put(type, scopes);
            }
        }
        // the published table leaves it out; the page of access scopes says: the write scope of what bears the
        // metafield
        byField.put("Mutation.metafieldsSet", Set.of("write_orders", "write_marketplace_orders"));
    }

    Set<Set<String>> of(Document document) {
        Map<String, Set<String>> found = new HashMap<>();
        QueryTraverser.newQueryTraverser()
                .schema(schema)
                .document(Parser.parse(document.text()))
                .operationName(document.name())
                .coercedVariables(CoercedVariables.emptyVariables())
                .options(QueryTraversalOptions.defaultOptions().coerceFieldArguments(false))
                .build()
                .visitPreOrder(new QueryVisitorStub() {
                    @Override
                    public void visitField(QueryVisitorFieldEnvironment at) {
                        if (at.isTypeNameIntrospectionField()) {
                            return;
                        }
                        String parent = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(at.getParentType())).getName();
                        String type = ((GraphQLNamedType) GraphQLTypeUtil.unwrapAll(
                                        at.getFieldDefinition().getType()))
                                .getName();
                        add(byType.get(type), found);
                        add(byField.get(parent + "." + at.getField().getName()), found);
                    }
                });
        return Set.copyOf(found.values());
    }

    private static void add(@Nullable Set<String> scopes, Map<String, Set<String>> found) {
        if (scopes != null && !scopes.isEmpty()) {
            found.put(scopes.toString(), scopes);
        }
    }
}
