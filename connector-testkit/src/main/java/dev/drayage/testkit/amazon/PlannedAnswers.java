package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whole answers written by the test, given in place of the real ones to calls that came through the checks of token
 * and quota; the call itself is not carried out. Thread-safe.
 */
public final class PlannedAnswers {
    private final Map<Operation, Deque<WireResponse>> planned = new EnumMap<>(Operation.class);

    PlannedAnswers() {}

    /** The next call gets this body, which need not be JSON, nor whole. */
    public synchronized void next(Operation operation, int status, String body) {
        next(operation, WireResponse.json(status, body));
    }

    /** The next call gets this answer. */
    public synchronized void next(Operation operation, WireResponse answer) {
        planned.computeIfAbsent(operation, o -> new ArrayDeque<>()).add(answer);
    }

    /**
     * The next call gets a body of {@code bytes} bytes: {@code start}, then spaces, streamed. A start that is a whole
     * JSON document makes the body valid.
     */
    public synchronized void nextGiant(Operation operation, String start, long bytes) {
        WireResponse answer = WireResponse.json(200, start);
        next(operation, answer.padded(bytes - start.getBytes(StandardCharsets.UTF_8).length));
    }

    synchronized Optional<WireResponse> take(Operation operation) {
        Deque<WireResponse> queue = planned.get(operation);
        return queue == null ? Optional.empty() : Optional.ofNullable(queue.poll());
    }
}
