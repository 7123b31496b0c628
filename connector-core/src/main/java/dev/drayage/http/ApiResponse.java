package dev.drayage.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An answer, read to its end. Immutable, except that the body is not copied. */
public final class ApiResponse {
    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final @Nullable String requestId;

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param headers names in any case
     * @param body decoded bytes, empty when there were none
     * @param requestId the vendor's id of the request, if it named one
     */
    public ApiResponse(int status, Map<String, List<String>> headers, byte[] body, @Nullable String requestId) {
        Map<String, List<String>> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, values) -> sorted.put(name, List.copyOf(values)));
        this.status = status;
        this.headers = sorted;
        this.body = body;
        this.requestId = requestId;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    /** Whether the status is 200 to 299. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** First value of a header, its name in any case. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All values of a header, its name in any case. */
    public List<String> headers(String name) {
        return headers.getOrDefault(name, List.of());
    }

    /** The body, decoded if it was compressed; not copied: must not be changed. */
    public byte[] body() {
        return body;
    }

    /** The body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The vendor's id of the request, to be quoted to its support. */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }

    /** Status, size and request id; never headers or body. */
    @Override
    public String toString() {
        return "HTTP " + status + ", " + body.length + " bytes" + (requestId == null ? "" : ", request " + requestId);
    }
}
