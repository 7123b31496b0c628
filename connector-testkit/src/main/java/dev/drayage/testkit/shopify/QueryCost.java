package dev.drayage.testkit.shopify;

import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Points of a query by the formula that fits recorded answers: scalars are free, an object is one, a connection of N is
 * {@code 2 + max(1, floor(2 ln N))} times its node, a mutation ten. With an answer, the points of what really came.
 * One instance per document; not thread-safe.
 */
final class QueryCost {
    private static final Set<String> FREE =
            Set.of("MoneyBag", "MoneyV2", "PageInfo", "LocationAddress", "UserError", "DisplayableError");
    private static final Set<String> DEAR = Set.of("refundCreate", "orderCapture");

    private final GraphQLSchema schema;
    private final Map<String, Object> variables;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();

    QueryCost(GraphQLSchema schema, Document document, Map<String, Object> variables) {
        this.schema = schema;
        this.variables = variables;
        document.getDefinitionsOfType(FragmentDefinition.class)
                .forEach(fragment -> fragments.put(fragment.getName(), fragment));
    }

    /** Points that must be in the bucket before it runs. */
    int requested(OperationDefinition operation) {
        return root(operation, null);
    }

    /** Points that the answer was worth. */
    int actual(OperationDefinition operation, Map<?, ?> data) {
        return root(operation, data);
    }

    private int root(OperationDefinition operation, @Nullable Map<?, ?> data) {
        boolean mutation = operation.getOperation() == OperationDefinition.Operation.MUTATION;
        GraphQLObjectType type = mutation ? schema.getMutationType() : schema.getQueryType();
        if (type == null) {
            return 0;
        }
        int cost = 0;
        for (Field field : fields(operation.getSelectionSet(), type)) {
            GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
            if (definition == null) {
                continue;
            }
            Object value = data == null ? null : data.get(key(field));
            if (mutation) {
                int base = DEAR.contains(field.getName()) ? 20 : 10;
                cost += base + payload(field, unwrapped(definition), value, data != null);
            } else if (field.getName().endsWith("Count")) {
                cost += 10;
            } else {
                cost += field(field, definition, value, data != null);
            }
        }
        return cost;
    }

    /** The payload and the objects right in it are free; what hangs on them is not. */
    private int payload(Field mutation, GraphQLNamedType payload, @Nullable Object value, boolean answered) {
        if (!(payload instanceof GraphQLObjectType type) || (answered && !(value instanceof Map))) {
            return 0;
        }
        int cost = 0;
        for (Field field : fields(mutation.getSelectionSet(), type)) {
            GraphQLFieldDefinition definition = type.getFieldDefinition(field.getName());
            if (definition != null) {
                Object part = value instanceof Map<?, ?> map ? map.get(key(field)) : null;
                int own = field(field, definition, part, answered);
                boolean connection = unwrapped(definition).getName().endsWith("Connection");
                cost += own > 0 && !connection ? own - 1 : own;
            }
        }
        return cost;
    }

    private int field(Field field, GraphQLFieldDefinition definition, @Nullable Object value, boolean answered) {
        if (!(unwrapped(definition) instanceof GraphQLCompositeType type) || (answered && value == null)) {
            return 0;
        }
        String name = type.getName();
        if (FREE.contains(name) || name.endsWith("UserError") || name.endsWith("Payload")) {
            return 0;
        }
        if (name.endsWith("Connection")) {
            return connection(field, type, value, answered);
        }
        if (answered && value instanceof List<?> list) {
            int dearest = 0;
            for (Object each : list) {
                dearest = Math.max(dearest, selection(field.getSelectionSet(), type, each, true));
            }
            return 1 + dearest;
        }
        return 1 + selection(field.getSelectionSet(), type, value, answered);
    }

    private int connection(Field field, GraphQLCompositeType type, @Nullable Object value, boolean answered) {
        GraphQLFieldDefinition nodes = ((GraphQLObjectType) type).getFieldDefinition("nodes");
        GraphQLNamedType node = nodes == null ? null : unwrapped(nodes);
        int dearest = 0;
        int count = answered ? 0 : size(field);
        for (Field part : fields(field.getSelectionSet(), type)) {
            SelectionSet inside = part.getSelectionSet();
            if (!(node instanceof GraphQLCompositeType nodeType) || inside == null) {
                continue;
            }
            if (part.getName().equals("edges")) {
                inside = fields(inside, nodeType).stream()
                        .filter(each -> each.getName().equals("node"))
                        .map(Field::getSelectionSet)
                        .findFirst()
                        .orElse(null);
            } else if (!part.getName().equals("nodes")) {
                continue;
            }
            if (!answered) {
                dearest = Math.max(dearest, selection(inside, nodeType, null, false));
            } else if (value instanceof Map<?, ?> page && page.get(key(part)) instanceof List<?> list) {
                count = Math.max(count, list.size());
                for (Object each : list) {
                    Object of =
                            part.getName().equals("edges") && each instanceof Map<?, ?> edge ? edge.get("node") : each;
                    dearest = Math.max(dearest, selection(inside, nodeType, of, true));
                }
            }
        }
        return answered && count == 0 ? 2 : 2 + Math.max(1, (int) Math.floor(2 * Math.log(count))) * (1 + dearest);
    }

    private int size(Field field) {
        for (Argument argument : field.getArguments()) {
            if (argument.getName().equals("first") || argument.getName().equals("last")) {
                if (argument.getValue() instanceof IntValue literal) {
                    return literal.getValue().intValue();
                }
                if (argument.getValue() instanceof VariableReference reference
                        && variables.get(reference.getName()) instanceof Number number) {
                    return number.intValue();
                }
            }
        }
        return 1;
    }

    /** Common fields, then the dearest of the branches of an interface or union. */
    private int selection(@Nullable SelectionSet set, GraphQLNamedType type, @Nullable Object value, boolean answered) {
        if (set == null || (answered && !(value instanceof Map))) {
            return 0;
        }
        Map<?, ?> map = value instanceof Map<?, ?> answer ? answer : Map.of();
        int common = own(set, type, map, answered);
        if (!(type instanceof GraphQLInterfaceType) && !(type instanceof GraphQLUnionType)) {
            return common;
        }
        int branch = 0;
        for (Selection<?> each : set.getSelections()) {
            if (each instanceof InlineFragment inline && inline.getTypeCondition() != null) {
                GraphQLNamedType on = (GraphQLNamedType)
                        schema.getType(inline.getTypeCondition().getName());
                if (on != null && !on.getName().equals(type.getName())) {
                    branch = Math.max(branch, selection(inline.getSelectionSet(), on, map, answered));
                }
            } else if (each instanceof FragmentSpread spread) {
                FragmentDefinition fragment = fragments.get(spread.getName());
                GraphQLNamedType on = fragment == null
                        ? null
                        : (GraphQLNamedType)
                                schema.getType(fragment.getTypeCondition().getName());
                if (fragment != null && on != null && !on.getName().equals(type.getName())) {
                    branch = Math.max(branch, selection(fragment.getSelectionSet(), on, map, answered));
                }
            }
        }
        return common + branch;
    }

    private int own(SelectionSet set, GraphQLNamedType type, Map<?, ?> map, boolean answered) {
        int cost = 0;
        if (type instanceof GraphQLFieldsContainer container) {
            Set<String> seen = new HashSet<>();
            for (Field field : fields(set, type)) {
                GraphQLFieldDefinition definition = container.getFieldDefinition(field.getName());
                if (definition != null && seen.add(key(field))) {
                    cost += field(field, definition, map.get(key(field)), answered);
                }
            }
        }
        return cost;
    }

    /** Fields selected on exactly this type, spreads of the same type and untyped fragments opened. */
    private List<Field> fields(@Nullable SelectionSet set, GraphQLNamedType type) {
        return set == null
                ? List.of()
                : set.getSelections().stream()
                        .flatMap(each -> {
                            if (each instanceof Field field) {
                                return List.of(field).stream();
                            }
                            if (each instanceof FragmentSpread spread) {
                                FragmentDefinition fragment = fragments.get(spread.getName());
                                boolean same = fragment != null
                                        && (type instanceof GraphQLObjectType
                                                || fragment.getTypeCondition()
                                                        .getName()
                                                        .equals(type.getName()));
                                return fragment != null && same
                                        ? fields(fragment.getSelectionSet(), type).stream()
                                        : List.<Field>of().stream();
                            }
                            InlineFragment inline = (InlineFragment) each;
                            boolean same = inline.getTypeCondition() == null
                                    || type instanceof GraphQLObjectType
                                    || inline.getTypeCondition().getName().equals(type.getName());
                            return same ? fields(inline.getSelectionSet(), type).stream() : List.<Field>of().stream();
                        })
                        .toList();
    }

    private static GraphQLNamedType unwrapped(GraphQLFieldDefinition definition) {
        return (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(definition.getType());
    }

    private static String key(Field field) {
        return field.getAlias() == null ? field.getName() : field.getAlias();
    }
}
