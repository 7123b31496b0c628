package dev.drayage.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads and writes JSON; the only place that builds a mapper. Numbers stay decimal and keep their digits; a name that
 * comes twice, anything behind the document, and a document over the limits are refused. What cannot be read is told
 * by its position, never by its content. Thread-safe; make one for each connector.
 */
public final class Json {
    private final JsonMapper mapper;
    private final JsonLimits limits;

    /** Reads and writes within {@code limits}. */
    public Json(JsonLimits limits) {
        this.limits = limits;
        JsonFactory factory = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxDocumentLength(limits.documentBytes())
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.stringChars())
                        .maxNumberLength(limits.numberChars())
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build();
        mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** An empty object to be filled and written. */
    public ObjectNode object() {
        return mapper.createObjectNode();
    }

    /**
     * Reads a document.
     *
     * @param document UTF-8 (or UTF-16 or UTF-32 with its mark)
     * @param operation the operation whose answer it is, for the error
     * @throws UnavailableException {@link ErrorCode#ANSWER_MALFORMED} if it is not one document within the limits
     */
    public JsonNode parse(byte[] document, String operation) {
        if (document.length > limits.documentBytes()) {
            throw malformed(operation, "is larger than " + limits.documentBytes() + " bytes");
        }
        try {
            JsonNode node = mapper.readTree(document);
            if (node == null || node.isMissingNode()) {
                throw malformed(operation, "is empty");
            }
            return node;
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            throw malformed(
                    operation,
                    "cannot be read"
                            + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr()));
        } catch (IOException | NumberFormatException e) { // an exponent that no number has
            throw malformed(operation, "cannot be read");
        }
    }

    /** Reads a document as a value whose members {@link JsonValue} finds by name. */
    public JsonValue read(byte[] document, String operation) {
        return new JsonValue(parse(document, operation), operation, "$", limits.numberChars());
    }

    /** The document as UTF-8, decimals without exponent. */
    public byte[] write(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UnavailableException malformed(String operation, String what) {
        return new UnavailableException(ErrorCode.ANSWER_MALFORMED, "the answer of " + operation + " " + what);
    }
}
