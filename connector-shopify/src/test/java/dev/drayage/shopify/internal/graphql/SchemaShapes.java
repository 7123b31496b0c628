package dev.drayage.shopify.internal.graphql;

import dev.drayage.shopify.internal.graphql.Selection.Field;
import graphql.language.FieldDefinition;
import graphql.language.ImplementingTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeDefinition;
import graphql.language.TypeName;
import graphql.language.UnionTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Set;

/** Shapes as Shopify's schema tells them. */
final class SchemaShapes implements Shapes {
    private static final Set<String> VALUES = Set.of("MoneyBag", "MoneyV2", "PageInfo", "LocationAddress");

    private final TypeDefinitionRegistry schema;

    SchemaShapes(TypeDefinitionRegistry schema) {
        this.schema = schema;
    }

    @Override
    public Shape of(String parent, Field field, Set<String> asked) {
        if (field.name().startsWith("__")) {
            return new Shape(Weight.FREE, "");
        }
        String type = name(definition(parent, field.name()).getType());
        TypeDefinition<?> found = schema.getTypeOrNull(type);
        if (VALUES.contains(type)
                || !(found instanceof ObjectTypeDefinition
                        || found instanceof InterfaceTypeDefinition
                        || found instanceof UnionTypeDefinition)) {
            return new Shape(Weight.FREE, type);
        }
        return type.endsWith("Connection")
                ? new Shape(Weight.CONNECTION, name(definition(type, "nodes").getType()))
                : new Shape(Weight.OBJECT, type);
    }

    @Override
    public String root(Operation.Kind kind) {
        return kind == Operation.Kind.QUERY ? "QueryRoot" : "Mutation";
    }

    @Override
    public boolean isBranch(String parent, String condition, boolean inline) {
        return !parent.isEmpty() && !parent.equals(condition) && !isAncestor(condition, parent);
    }

    private boolean isAncestor(String condition, String type) {
        return schema.getTypeOrNull(type) instanceof ImplementingTypeDefinition<?> definition
                && definition.getImplements().stream()
                        .anyMatch(implemented -> name((Type<?>) implemented).equals(condition));
    }

    FieldDefinition definition(String type, String field) {
        if (schema.getTypeOrNull(type) instanceof ImplementingTypeDefinition<?> definition) {
            return definition.getFieldDefinitions().stream()
                    .filter(found -> found.getName().equals(field))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(type + " has no field " + field));
        }
        throw new IllegalArgumentException(type + " has no fields, so not " + field);
    }

    static String name(Type<?> type) {
        if (type instanceof NonNullType present) {
            return name(present.getType());
        }
        if (type instanceof ListType list) {
            return name(list.getType());
        }
        return ((TypeName) type).getName();
    }
}
