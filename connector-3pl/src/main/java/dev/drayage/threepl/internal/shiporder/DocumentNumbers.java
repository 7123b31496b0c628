package dev.drayage.threepl.internal.shiporder;

import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.StateKeys;
import java.util.Optional;

/**
 * Numbers of documents for one partner, each drawn once and durable before it is used. They begin again after 999,999,999. A
 * number that was drawn and not used leaves a gap, which is allowed. Thread-safe.
 */
public final class DocumentNumbers {
    private static final String KEY = StateKeys.LAST_NUMBER;
    private static final long LARGEST = 999_999_999L;

    private final ConnectorState state;
    private final SentNames sent;
    private final long first;

    /** Numbers that follow {@code state}, else the largest that {@code sent} shows, else begin with {@code first}. */
    public DocumentNumbers(ConnectorState state, SentNames sent, long first) {
        this.state = state;
        this.sent = sent;
        this.first = first;
    }

    /** A number that was never given before. */
    public long next() {
        while (true) {
            Optional<String> last = state.get(KEY);
            long next = last.map(Long::parseLong)
                    .or(() -> sent.largestNumber().map(Long::valueOf))
                    .map(number -> number >= LARGEST ? 1 : number + 1)
                    .orElse(first);
            if (state.replace(KEY, last, Long.toString(next))) {
                return next;
            }
        }
    }
}
