package dev.drayage.testkit.shopify;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.ArrayValue;
import graphql.language.BooleanValue;
import graphql.language.FloatValue;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shopify's own scalars, which all travel as text. Stateless. */
final class TextScalar implements Coercing<Object, Object> {
    private final String name;

    private TextScalar(String name) {
        this.name = name;
    }

    static GraphQLScalarType of(String name) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new TextScalar(name))
                .build();
    }

    @Override
    public Object serialize(Object value, GraphQLContext context, Locale locale) {
        return name.equals("JSON") ? value : value.toString();
    }

    @Override
    public Object parseValue(Object input, GraphQLContext context, Locale locale) {
        String problem = problem(input.toString());
        if (problem != null) {
            throw new CoercingParseValueException(problem);
        }
        return name.equals("JSON") ? input : input.toString();
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
        return StringValue.of(input.toString());
    }

    @Override
    public Object parseLiteral(Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
        String text;
        if (input instanceof StringValue string) {
            text = string.getValue();
        } else if (input instanceof IntValue number) {
            text = number.getValue().toString();
        } else if (input instanceof FloatValue number) {
            text = number.getValue().toString();
        } else if (input instanceof BooleanValue || input instanceof ArrayValue) {
            throw new CoercingParseLiteralException("not a " + name);
        } else {
            text = "";
        }
        String problem = problem(text == null ? "" : text);
        if (problem != null) {
            throw new CoercingParseLiteralException(problem);
        }
        return text == null ? "" : text;
    }

    private @Nullable String problem(String text) {
        try {
            switch (name) {
                case "Money", "Decimal" -> new BigDecimal(text);
                case "DateTime" -> OffsetDateTime.parse(text);
                default -> {}
            }
            return null;
        } catch (NumberFormatException | DateTimeException e) {
            return "invalid " + name + " '" + text + "'";
        }
    }
}
