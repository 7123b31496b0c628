package dev.drayage.threepl.internal.shiporder;

import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.StateKeys;
import java.util.Optional;

/** What the partner acknowledged, by the number of the document. Thread-safe as its state is. */
public final class Acknowledgements {
    private static final String ROWS = StateKeys.ACKNOWLEDGEMENTS;

    private final ConnectorState state;

    /** Acknowledgements that are kept in {@code state}. */
    public Acknowledgements(ConnectorState state) {
        this.state = state;
    }

    /**
     * A partner's answer.
     *
     * @param accepted whether the document was taken
     * @param message what was wrong and where; empty if nothing was
     */
    public record Answer(boolean accepted, String message) {}

    /** Takes note of an answer. The first one counts: a partner that answers twice says the same, or has erred. */
    public void note(long number, Answer answer) {
        String message = answer.message();
        state.replace(
                ROWS + number,
                Optional.empty(),
                (answer.accepted() ? "A" : "R") + message.substring(0, Math.min(1000, message.length())));
    }

    /** A number was drawn: what was answered to it before was meant for another document. */
    void forget(long number) {
        if (state.get(ROWS + number).isPresent()) {
            state.remove(ROWS + number);
        }
    }

    /** The answer to a document, if it came. */
    Optional<Answer> of(long number) {
        return state.get(ROWS + number).map(text -> new Answer(text.startsWith("A"), text.substring(1)));
    }
}
