package dev.drayage.shopify.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;

/** Shopify's own schemas, scopes and recorded answers, from the folder named by {@code drayage.specs}; tests skip where it is absent. */
public final class ShopifySpecs {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, TypeDefinitionRegistry> SCHEMAS = new ConcurrentHashMap<>();

    private ShopifySpecs() {}

    /** The schema of a version, as definitions. */
    public static TypeDefinitionRegistry schema(String version) {
        return SCHEMAS.computeIfAbsent(version, ShopifySpecs::parse);
    }

    private static TypeDefinitionRegistry parse(String version) {
        try (InputStream in = unpacked("schema/admin-" + version + ".graphql.gz")) {
            return new SchemaParser().parse(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which scope which type and field needs. */
    public static JsonNode scopes() {
        return json("schema/admin-2026-10-access-scopes.json.gz");
    }

    /** Queries with the points that Shopify asked for them. */
    public static JsonNode costSamples() {
        return json("cost/query-cost-samples-2026-04.json.gz");
    }

    /** Files with recorded requests and answers. */
    public static List<Path> recordings() {
        try (Stream<Path> files = Files.walk(file("fixtures"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A document without compression. */
    public static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(String name) {
        try (InputStream in = unpacked(name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream unpacked(String name) throws IOException {
        return new GZIPInputStream(Files.newInputStream(file(name)));
    }

    private static Path file(String name) {
        Path file = Path.of(System.getProperty("drayage.specs", "specs"), "shopify", name);
        if (!Boolean.getBoolean("drayage.specs.required")) {
            Assumptions.assumeTrue(Files.exists(file), "no vendor specs: set -Ddrayage.specs to their folder");
        }
        return file;
    }
}
