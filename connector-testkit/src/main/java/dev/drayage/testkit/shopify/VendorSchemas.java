package dev.drayage.testkit.shopify;

import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import graphql.validation.ValidationError;
import graphql.validation.Validator;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;

/**
 * Shopify's own schemas, read from a folder of gzipped SDL files, each once in a JVM because that takes seconds. Thread-safe.
 */
final class VendorSchemas {
    private static final Map<Path, GraphQLSchema> READ = new ConcurrentHashMap<>();

    private VendorSchemas() {}

    /** The file of a version in the folder of specs. */
    static Path file(Path specs, ApiVersion version) {
        return specs.resolve("shopify").resolve("schema").resolve("admin-" + version.text() + ".graphql.gz");
    }

    static GraphQLSchema schema(Path specs, ApiVersion version) {
        return READ.computeIfAbsent(file(specs, version), VendorSchemas::read);
    }

    /** What Shopify's validation would say of a document. */
    static List<ValidationError> violations(Path specs, ApiVersion version, Document document) {
        return new Validator().validateDocument(schema(specs, version), document, Locale.ROOT);
    }

    private static GraphQLSchema read(Path file) {
        try (Reader reader =
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            TypeDefinitionRegistry types = new SchemaParser().parse(reader);
            return UnExecutableSchemaGenerator.makeUnExecutableSchema(types);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
