package dev.drayage.testkit.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came over the wire.
 *
 * @param method upper case HTTP method
 * @param rawPath path exactly as sent, percent-encoding kept, without the query
 * @param path decoded path
 * @param query decoded query parameters in the order they were sent
 * @param headers header values by lower-case name
 * @param body raw body, empty when none was sent
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed over, not compared
public record WireRequest(
        String method,
        String rawPath,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body) {

    /** First value of a query parameter. */
    public Optional<String> queryValue(String name) {
        return query.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** First value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Body as UTF-8 text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
