package dev.drayage.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One answer.
 *
 * @param status HTTP status
 * @param headers headers to send; {@code Content-Length} is set by the server
 * @param body raw body, empty for none
 * @param padding spaces to stream after the body, so that a giant answer need not be held in memory
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed over, not compared
public record WireResponse(int status, Map<String, String> headers, byte[] body, long padding) {

    public WireResponse {
        headers = Map.copyOf(headers);
    }

    /** An answer that ends with its body. */
    public WireResponse(int status, Map<String, String> headers, byte[] body) {
        this(status, headers, body, 0);
    }

    /** An answer without a body. */
    public static WireResponse empty(int status) {
        return new WireResponse(status, Map.of(), new byte[0]);
    }

    /** An answer with a JSON body. */
    public static WireResponse json(int status, String body) {
        return new WireResponse(
                status, Map.of("Content-Type", "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with one more header. */
    public WireResponse with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new WireResponse(status, all, body, padding);
    }

    /** The same answer, followed by that many spaces; white space is legal after a JSON document. */
    public WireResponse padded(long spaces) {
        return new WireResponse(status, headers, body, spaces);
    }
}
