package dev.drayage.testkit.shopify;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import graphql.validation.ValidationError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Top-level errors in Shopify's form: message, locations, path and {@code extensions.code}. Stateless. */
final class GraphQlErrors implements DataFetcherExceptionHandler {
    private static final Pattern VARIABLE = Pattern.compile("Variable '\\$?(\\w+)'");
    private static final Pattern UNKNOWN =
            Pattern.compile("field name '(\\w+)' that is not defined for input object type '(\\w+)'");
    private static final Pattern UNDEFINED = Pattern.compile("Field '(\\w+)' in type '(\\w+)' is undefined");

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        Throwable thrown = parameters.getException();
        Map<String, Object> extensions = new LinkedHashMap<>();
        String message;
        if (thrown instanceof ApiError refused) {
            message = String.valueOf(refused.getMessage());
            extensions.put("code", refused.code());
            extensions.putAll(refused.more());
        } else {
            message = "Internal error. Looks like something went wrong on our end. " + thrown;
            extensions.put("code", "INTERNAL_SERVER_ERROR");
        }
        GraphQLError error = GraphqlErrorBuilder.newError()
                .message("%s", message)
                .path(parameters.getPath())
                .location(parameters.getSourceLocation())
                .extensions(extensions)
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    static Map<String, Object> of(String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("extensions", Map.of("code", code));
        return error;
    }

    /** An error of graphql-java's as Shopify words it. */
    static Map<String, Object> shaped(GraphQLError error, Map<String, Object> variables) {
        Map<String, Object> shaped = new LinkedHashMap<>();
        shaped.put("message", error.getMessage());
        List<Map<String, Integer>> places = places(error.getLocations());
        if (!places.isEmpty()) {
            shaped.put("locations", places);
        }
        if (error.getPath() != null) {
            shaped.put("path", error.getPath());
        }
        if (error instanceof ValidationError invalid) {
            Matcher undefined = UNDEFINED.matcher(String.valueOf(error.getMessage()));
            if (undefined.find()) {
                shaped.put(
                        "message",
                        "Field '" + undefined.group(1) + "' doesn't exist on type '" + undefined.group(2) + "'");
            }
            shaped.put("extensions", Map.of("code", code(invalid)));
        } else if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
            shaped.put("extensions", error.getExtensions());
        } else if (error.getErrorType() == ErrorType.InvalidSyntax) {
            shaped.put("extensions", Map.of("code", "parseError"));
        } else {
            invalidVariable(shaped, String.valueOf(error.getMessage()), variables);
        }
        return shaped;
    }

    private static void invalidVariable(Map<String, Object> shaped, String message, Map<String, Object> variables) {
        Matcher variable = VARIABLE.matcher(message);
        String name = variable.find()
                ? variable.group(1)
                : variables.size() == 1 ? variables.keySet().iterator().next() : "";
        Matcher unknown = UNKNOWN.matcher(message);
        boolean known = !unknown.find();
        String field = known ? "" : unknown.group(1);
        String explanation = known ? message : "Field is not defined on " + unknown.group(2);
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", "INVALID_VARIABLE");
        extensions.put("value", variables.get(name));
        extensions.put(
                "problems", List.of(Map.of("path", known ? List.of() : List.of(field), "explanation", explanation)));
        shaped.put("extensions", extensions);
        shaped.put(
                "message",
                "Variable $" + name + " was provided invalid value" + (known ? "" : " for " + field) + " ("
                        + explanation + ")");
    }

    private static String code(ValidationError error) {
        String type = String.valueOf(error.getValidationErrorType());
        return switch (type) {
            case "FieldUndefined" -> "undefinedField";
            case "UnknownArgument" -> "argumentNotAccepted";
            case "MissingFieldArgument", "MissingDirectiveArgument" -> "missingRequiredArguments";
            case "WrongType" -> "argumentLiteralsIncompatible";
            case "UnknownDirective" -> "undefinedDirective";
            case "UndefinedVariable" -> "variableNotDefined";
            case "UnusedVariable" -> "variableNotUsed";
            default -> type;
        };
    }

    private static List<Map<String, Integer>> places(@Nullable List<SourceLocation> locations) {
        List<Map<String, Integer>> places = new ArrayList<>();
        if (locations != null) {
            locations.forEach(each -> places.add(Map.of("line", each.getLine(), "column", each.getColumn())));
        }
        return places;
    }
}
