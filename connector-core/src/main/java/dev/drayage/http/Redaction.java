package dev.drayage.http;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What of a request may be shown in logs and errors: the address without values of the query, and headers that are
 * known to hold neither secrets nor buyers' data. Everything else becomes {@code ***}. Stateless.
 */
public final class Redaction {
    private static final String HIDDEN = "***";
    private static final Set<String> SHOWN = Set.of(
            "accept",
            "accept-encoding",
            "content-encoding",
            "content-length",
            "content-type",
            "date",
            "prefer",
            "retry-after",
            "user-agent",
            "x-amzn-ratelimit-limit",
            "x-amzn-requestid",
            "x-rate-limit-limit",
            "x-rate-limit-remaining",
            "x-rate-limit-reset",
            "x-request-id",
            "x-retry-after");

    private Redaction() {}

    /** Scheme, host, port and path, and the names of the query's parameters. User info and fragment are left out. */
    public static String uri(URI uri) {
        StringBuilder text = new StringBuilder();
        text.append(uri.getScheme()).append("://").append(uri.getHost());
        if (uri.getPort() >= 0) {
            text.append(':').append(uri.getPort());
        }
        text.append(uri.getRawPath());
        String query = uri.getRawQuery();
        if (query != null) {
            char separator = '?';
            for (String parameter : query.split("&", -1)) {
                int equals = parameter.indexOf('=');
                text.append(separator).append(equals < 0 ? HIDDEN : parameter.substring(0, equals) + "=" + HIDDEN);
                separator = '&';
            }
        }
        return text.toString();
    }

    /** The headers in alphabetical order, the values of all but harmless ones hidden. */
    public static Map<String, String> headers(Map<String, String> headers) {
        Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(
                (name, value) -> shown.put(name, SHOWN.contains(name.toLowerCase(Locale.ROOT)) ? value : HIDDEN));
        return shown;
    }
}
