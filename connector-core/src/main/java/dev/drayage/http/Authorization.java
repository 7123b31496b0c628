package dev.drayage.http;

import dev.drayage.settings.Secret;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Headers that authorise one attempt, and the token they carry. Never printed. Immutable. */
public final class Authorization {
    private final Map<String, String> headers;
    private final @Nullable Secret token;

    private Authorization(Map<String, String> headers, @Nullable Secret token) {
        this.headers = Map.copyOf(headers);
        this.token = token;
    }

    /** Headers without a token that could be renewed: a signature, a fixed key. */
    public static Authorization of(Map<String, String> headers) {
        return new Authorization(headers, null);
    }

    /** Headers that carry {@code token}. */
    public static Authorization of(Map<String, String> headers, Secret token) {
        return new Authorization(headers, token);
    }

    /** The headers. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The token that the headers carry, if there is one. */
    public Optional<Secret> token() {
        return Optional.ofNullable(token);
    }

    @Override
    public String toString() {
        return "***";
    }
}
