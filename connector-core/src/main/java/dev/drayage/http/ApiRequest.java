package dev.drayage.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One call to a vendor. Immutable; made by {@link #get}, {@link #post} and their like, or by {@link #builder}.
 */
public final class ApiRequest {
    private final String operation;
    private final String method;
    private final String target;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;
    private final int cost;
    private final Safety safety;

    private ApiRequest(Builder builder) {
        operation = builder.operation;
        method = builder.method;
        target = builder.target + builder.query;
        headers = Map.copyOf(builder.headers);
        body = builder.body;
        cost = builder.cost;
        safety = builder.safety;
    }

    /** A read. */
    public static Builder get(String operation) {
        return builder(operation, "GET", Safety.SAFE);
    }

    /** A POST that may write; a query sent by POST says {@link Builder#safety}. */
    public static Builder post(String operation) {
        return builder(operation, "POST", Safety.WRITE);
    }

    /** A PUT that may write. */
    public static Builder put(String operation) {
        return builder(operation, "PUT", Safety.WRITE);
    }

    /** A PATCH that may write. */
    public static Builder patch(String operation) {
        return builder(operation, "PATCH", Safety.WRITE);
    }

    /** A DELETE that may write. */
    public static Builder delete(String operation) {
        return builder(operation, "DELETE", Safety.WRITE);
    }

    /**
     * Any method.
     *
     * @param operation the vendor's name of the operation, as in the quota plan, in logs and in errors
     */
    public static Builder builder(String operation, String method, Safety safety) {
        return new Builder(operation, method.toUpperCase(Locale.ROOT), safety);
    }

    /** The vendor's name of the operation. */
    public String operation() {
        return operation;
    }

    /** The HTTP method, upper case. */
    public String method() {
        return method;
    }

    /** Path and query under the base of the client, or an absolute URI; encoded. */
    public String target() {
        return target;
    }

    /** Headers of this request, without those of the client and of the authorisation. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body, not copied: must not be changed. */
    @SuppressWarnings("NullAway") // the array itself is present inside the Optional
    public Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /** Units of quota that the call takes. */
    public int cost() {
        return cost;
    }

    /** Whether it may be sent again. */
    public Safety safety() {
        return safety;
    }

    /** Operation, method and safety; never the target's query, headers or body. */
    @Override
    public String toString() {
        return operation + " (" + method + ", " + safety + ")";
    }

    /** Collects a request. Not thread-safe. */
    public static final class Builder {
        private final String operation;
        private final String method;
        private final StringBuilder query = new StringBuilder();
        private final Map<String, String> headers = new LinkedHashMap<>();
        private Safety safety;
        private String target = "";
        private byte @Nullable [] body;
        private int cost = 1;

        private Builder(String operation, String method, Safety safety) {
            this.operation = operation;
            this.method = method;
            this.safety = safety;
        }

        /**
         * The path under the client's base. Each {@code {}} is replaced by the next segment, percent-encoded, so that
         * an id can never become a path.
         */
        public Builder path(String template, String... segments) {
            StringBuilder path = new StringBuilder();
            int from = 0;
            for (String segment : segments) {
                int hole = template.indexOf("{}", from);
                if (hole < 0) {
                    throw new IllegalArgumentException("more segments than {} in " + template);
                }
                path.append(template, from, hole).append(encode(segment));
                from = hole + 2;
            }
            if (template.indexOf("{}", from) >= 0) {
                throw new IllegalArgumentException("fewer segments than {} in " + template);
            }
            target = path.append(template.substring(from)).toString();
            return this;
        }

        /** An absolute URI that the vendor handed out (next page, document); its host must be allowed by the client. */
        public Builder uri(URI absolute) {
            if (!absolute.isAbsolute() || absolute.getRawFragment() != null) {
                throw new IllegalArgumentException("an absolute URI without fragment is needed");
            }
            target = absolute.toString();
            return this;
        }

        /** Adds a query parameter; the order is kept and a name may come twice. */
        public Builder query(String name, String value) {
            boolean first = query.length() == 0 && target.indexOf('?') < 0;
            query.append(first ? '?' : '&').append(encode(name)).append('=').append(encode(value));
            return this;
        }

        /** Adds a query parameter whose values are joined by commas, none when there are no values. */
        public Builder query(String name, List<String> values) {
            return values.isEmpty() ? this : query(name, String.join(",", new ArrayList<>(values)));
        }

        /** Sets a header. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** Sets the body, which is not copied, and its content type. */
        public Builder body(byte[] bytes, String contentType) {
            body = bytes;
            return header("Content-Type", contentType);
        }

        /** Sets a JSON body. */
        public Builder json(byte[] bytes) {
            return body(bytes, "application/json");
        }

        /** Sets a form body; the values are encoded. */
        public Builder form(Map<String, String> fields) {
            StringBuilder text = new StringBuilder();
            fields.forEach((name, value) -> text.append(text.length() == 0 ? "" : "&")
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
            return body(text.toString().getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
        }

        /** Sets the units of quota that the call takes; 1 unless set. */
        public Builder cost(int units) {
            cost = units;
            return this;
        }

        /** Says whether the call may be sent again, where the method does not tell. */
        public Builder safety(Safety of) {
            safety = of;
            return this;
        }

        /** The request. */
        public ApiRequest build() {
            return new ApiRequest(this);
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("*", "%2A")
                    .replace("%7E", "~");
        }
    }
}
