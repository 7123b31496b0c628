package dev.drayage.amazon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Amazon's own models and sandbox pairs, from the folder named by {@code drayage.specs}; tests skip where it is absent. */
final class AmazonSpecs {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AmazonSpecs() {}

    static JsonNode model(String name) {
        return parse(text("models/" + name + ".json"));
    }

    /** The static sandbox pairs of one operation that are answered with 200. */
    static List<JsonNode> answers(String model, String operation) {
        return text("sandbox-pairs.jsonl")
                .lines()
                .map(AmazonSpecs::parse)
                .filter(pair -> pair.path("model").asText().startsWith(model)
                        && pair.path("operationId").asText().equals(operation)
                        && pair.path("status").asText().equals("200"))
                .map(pair -> pair.path("response"))
                .toList();
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) {
        Path file = Path.of(System.getProperty("drayage.specs", "specs"), "amazon", name);
        if (!Boolean.getBoolean("drayage.specs.required")) {
            Assumptions.assumeTrue(Files.exists(file), "no vendor specs: set -Ddrayage.specs to their folder");
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
