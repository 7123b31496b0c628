package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Record bodies deflated against a dictionary of the names that every record repeats, so that tens of thousands of
 * orders fit beside the client under test. Thread-safe.
 */
final class PackedJson {
    private final byte[] dictionary;
    private byte[] buffer = new byte[64 * 1024];

    /** Packs against {@code names}; the most frequent should come last. */
    PackedJson(Iterable<String> names) {
        dictionary = ("\":{\"id\":\"" + String.join("\",\"", names) + "\"},\"").getBytes(StandardCharsets.UTF_8);
    }

    synchronized byte[] pack(ObjectNode body) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setDictionary(dictionary);
            deflater.setInput(Json.bytes(body));
            deflater.finish();
            int filled = 0;
            while (!deflater.finished()) {
                filled += deflater.deflate(buffer, filled, buffer.length - filled);
                grow(filled);
            }
            return Arrays.copyOf(buffer, filled);
        } finally {
            deflater.end();
        }
    }

    synchronized ObjectNode unpack(byte[] packed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(dictionary);
            inflater.setInput(packed);
            int filled = 0;
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer, filled, buffer.length - filled);
                if (read == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    throw new IllegalStateException("a stored record cannot be read back");
                }
                filled += read;
                grow(filled);
            }
            return Json.parseObject(Arrays.copyOf(buffer, filled));
        } catch (DataFormatException e) {
            throw new IllegalStateException("a stored record cannot be read back", e);
        } finally {
            inflater.end();
        }
    }

    private void grow(int filled) {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }
}
