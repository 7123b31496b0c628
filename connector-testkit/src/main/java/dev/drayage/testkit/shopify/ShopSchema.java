package dev.drayage.testkit.shopify;

import graphql.TypeResolutionEnvironment;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ScalarTypeDefinition;
import graphql.language.UnionTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeRuntimeWiring;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The part of Shopify's schema that the simulator answers, read from {@code shop.graphqls}. It holds no shop: values
 * come from the {@link Shape}s of a request. Built once; immutable.
 */
final class ShopSchema {
    private static final class Once {
        static final GraphQLSchema SCHEMA = build();
    }

    private ShopSchema() {}

    static GraphQLSchema schema() {
        return Once.SCHEMA;
    }

    private static GraphQLSchema build() {
        InputStream stream = Objects.requireNonNull(ShopSchema.class.getResourceAsStream("shop.graphqls"));
        try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            TypeDefinitionRegistry types = new SchemaParser().parse(reader);
            RuntimeWiring.Builder wiring = RuntimeWiring.newRuntimeWiring().wiringFactory(new WiringFactory() {
                @Override
                public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment field) {
                    return FETCHER;
                }
            });
            types.scalars().values().stream()
                    .map(ScalarTypeDefinition::getName)
                    .filter(name -> !ScalarInfo.isGraphqlSpecifiedScalar(name))
                    .forEach(name -> wiring.scalar(TextScalar.of(name)));
            types.getTypes(InterfaceTypeDefinition.class).forEach(each -> resolve(wiring, each.getName()));
            types.getTypes(UnionTypeDefinition.class).forEach(each -> resolve(wiring, each.getName()));
            return new SchemaGenerator().makeExecutableSchema(types, wiring.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void resolve(RuntimeWiring.Builder wiring, String name) {
        wiring.type(TypeRuntimeWiring.newTypeWiring(name).typeResolver(ShopSchema::type));
    }

    private static @Nullable GraphQLObjectType type(TypeResolutionEnvironment asked) {
        return asked.getObject() instanceof Shape shape ? asked.getSchema().getObjectType(shape.type()) : null;
    }

    private static final String MUTATION = "Mutation";

    private static final DataFetcher<@Nullable Object> FETCHER = asked -> {
        Shape source = Objects.requireNonNull(asked.getSource());
        Scopes scopes = asked.getGraphQlContext().get(Scopes.class);
        if (scopes != null && GraphQLTypeUtil.unwrapAll(asked.getFieldType()) instanceof GraphQLNamedOutputType type) {
            boolean mutation = typeName(asked).equals(MUTATION);
            scopes.check(asked.getField().getName(), type.getName(), mutation);
        }
        return source.read(asked);
    };

    private static String typeName(DataFetchingEnvironment asked) {
        return asked.getParentType() instanceof GraphQLNamedOutputType parent ? parent.getName() : "";
    }
}
