package dev.drayage.testkit.shopify;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs documents against the shop: checks them, takes their points, executes them under the shop's lock and gives back
 * what they were not worth. Thread-safe.
 */
final class GraphQlEngine {
    private record Parsed(Document document, List<Map<String, Object>> errors) {}

    private final Shop shop;
    private final Shape root;
    private final CostBucket bucket;
    private final Optional<Path> specs;
    private final Supplier<Scopes> scopes;
    private final Map<String, Parsed> parsed = new ConcurrentHashMap<>();
    private final GraphQL graphQl;

    GraphQlEngine(Shop shop, Shape root, CostBucket bucket, Optional<Path> specs, Supplier<Scopes> scopes) {
        this.shop = shop;
        this.root = root;
        this.bucket = bucket;
        this.specs = specs;
        this.scopes = scopes;
        graphQl = GraphQL.newGraphQL(ShopSchema.schema())
                .defaultDataFetcherExceptionHandler(new GraphQlErrors())
                .preparsedDocumentProvider(
                        (input, parse) -> CompletableFuture.completedFuture(new PreparsedDocumentEntry(
                                Objects.requireNonNull(input.getGraphQLContext().<Document>get(Document.class)))))
                .build();
    }

    /** The answer's body, fit for a JSON writer. */
    Map<String, Object> answer(
            ApiVersion version, String query, Optional<String> operationName, Map<String, Object> variables) {
        Parsed document = parsed.computeIfAbsent(version + "\n" + query, key -> parse(version, query));
        if (!document.errors().isEmpty()) {
            return refused(document.errors());
        }
        Optional<OperationDefinition> operation =
                document.document().getDefinitionsOfType(OperationDefinition.class).stream()
                        .filter(each ->
                                operationName.isEmpty() || operationName.get().equals(each.getName()))
                        .findFirst();
        if (operation.isEmpty()) {
            return refused(List.of(
                    GraphQlErrors.of("BAD_REQUEST", "No operation named \"" + operationName.orElse("") + "\"")));
        }
        operation
                .get()
                .getSelectionSet()
                .getSelectionsOfType(Field.class)
                .forEach(field -> shop.traffic().asked(field.getName()));
        QueryCost cost = new QueryCost(ShopSchema.schema(), document.document(), variables);
        int requested = cost.requested(operation.get());
        if (requested > CostBucket.SINGLE_QUERY) {
            return refused(List.of(GraphQlErrors.of(
                    "MAX_COST_EXCEEDED",
                    "Query cost is " + requested + ", which exceeds the single query max cost limit ("
                            + CostBucket.SINGLE_QUERY + ").")));
        }
        if (!bucket.take(requested)) {
            shop.traffic().refused("THROTTLED");
            return throttled(requested);
        }
        return run(document.document(), query, operation.get(), operationName, variables, cost, requested);
    }

    /** Refused for want of points. */
    Map<String, Object> throttled(int requested) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", List.of(GraphQlErrors.of("THROTTLED", "Throttled")));
        body.put("extensions", Map.of("cost", cost(requested, null)));
        return body;
    }

    private Map<String, Object> run(
            Document document,
            String query,
            OperationDefinition operation,
            Optional<String> operationName,
            Map<String, Object> variables,
            QueryCost cost,
            int requested) {
        List<Object> warnings = new ArrayList<>();
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query)
                .root(root)
                .variables(variables)
                .graphQLContext(
                        Map.of(Scopes.class, scopes.get(), Document.class, document, SearchFields.WARNINGS, warnings));
        operationName.ifPresent(input::operationName);
        ExecutionResult result;
        synchronized (shop) {
            result = graphQl.execute(input.build());
        }
        Map<String, Object> body = new LinkedHashMap<>();
        if (result.isDataPresent()) {
            body.put("data", result.getData());
        }
        if (!result.getErrors().isEmpty()) {
            body.put(
                    "errors",
                    result.getErrors().stream()
                            .map(error -> noted(error, variables))
                            .toList());
        }
        int actual = result.getData() instanceof Map<?, ?> data ? cost.actual(operation, data) : 0;
        bucket.giveBack(Math.max(0, requested - actual));
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("cost", cost(requested, actual));
        if (!warnings.isEmpty()) {
            extensions.put("search", warnings);
        }
        body.put("extensions", extensions);
        return body;
    }

    private Map<String, Object> noted(GraphQLError error, Map<String, Object> variables) {
        Map<String, Object> shaped = GraphQlErrors.shaped(error, variables);
        note(shaped);
        return shaped;
    }

    private void note(Map<String, Object> error) {
        if (error.get("extensions") instanceof Map<?, ?> extensions) {
            shop.traffic().refused(String.valueOf(extensions.get("code")));
        }
    }

    private Map<String, Object> refused(List<Map<String, Object>> errors) {
        errors.forEach(this::note);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("errors", errors);
        return body;
    }

    private Map<String, Object> cost(int requested, @Nullable Integer actual) {
        Map<String, Object> cost = new LinkedHashMap<>();
        cost.put("requestedQueryCost", requested);
        cost.put("actualQueryCost", actual);
        cost.put("throttleStatus", bucket.status());
        return cost;
    }

    private Parsed parse(ApiVersion version, String query) {
        Document document;
        try {
            document = new Parser().parseDocument(query);
        } catch (InvalidSyntaxException e) {
            return new Parsed(
                    Document.newDocument().build(),
                    List.of(GraphQlErrors.of("parseError", String.valueOf(e.getMessage()))));
        }
        List<Map<String, Object>> errors = new ArrayList<>();
        specs.ifPresent(folder -> VendorSchemas.violations(folder, version, document)
                .forEach(error -> {
                    shop.traffic().violation(version.text() + ": " + error.getMessage());
                    errors.add(GraphQlErrors.shaped(error, Map.of()));
                }));
        if (errors.isEmpty()) {
            List<ValidationError> own = new Validator().validateDocument(ShopSchema.schema(), document, Locale.ROOT);
            own.forEach(error -> errors.add(GraphQlErrors.shaped(error, Map.of())));
        }
        return new Parsed(document, errors);
    }
}
