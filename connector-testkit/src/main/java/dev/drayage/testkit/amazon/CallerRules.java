package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What Amazon demands of every request before it looks at the operation. Thread-safe. */
final class CallerRules {
    private static final int USER_AGENT_LENGTH = 500;

    private final AtomicBoolean zeroLengthRefused = new AtomicBoolean();

    /** Why the request is turned away; empty when it is well-formed. */
    Optional<VendorError> objection(WireRequest request) {
        return userAgent(request).or(() -> getWithBody(request));
    }

    /** The user agent is mandatory, names its language, and holds at most 500 characters. */
    private static Optional<VendorError> userAgent(WireRequest request) {
        String agent = request.header("user-agent").orElse("");
        if (agent.length() > USER_AGENT_LENGTH) {
            return Optional.of(VendorError.invalidInput("The User-Agent header is longer than 500 characters."));
        }
        return agent.contains("(") && agent.contains("Language=")
                ? Optional.empty()
                : Optional.of(VendorError.invalidInput("The User-Agent header must hold a Language attribute."));
    }

    /**
     * A GET with a body, or with a header that announces one, is refused. {@code Content-Length: 0} is let through
     * unless told otherwise: Java 17's HTTP client adds it to every GET over HTTP/1.1.
     */
    private Optional<VendorError> getWithBody(WireRequest request) {
        String length = request.header("content-length").orElse("");
        boolean announced = !length.isEmpty() && (zeroLengthRefused.get() || !length.equals("0"));
        return request.method().equals("GET") && (request.body().length > 0 || announced)
                ? Optional.of(VendorError.invalidInput("A GET request must not have a body or a Content-Length."))
                : Optional.empty();
    }

    void refuseZeroContentLength(boolean refused) {
        zeroLengthRefused.set(refused);
    }
}
