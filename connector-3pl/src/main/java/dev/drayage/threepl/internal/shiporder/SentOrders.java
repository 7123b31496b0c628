package dev.drayage.threepl.internal.shiporder;

import dev.drayage.model.ContentDigest;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.EffectKey;
import dev.drayage.threepl.internal.exchange.StateKeys;
import dev.drayage.threepl.internal.terms.Purpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The last document about each order, written down before it is sent. Thread-safe as its state is. */
final class SentOrders {
    private static final String ROWS = StateKeys.ORDERS;

    private final ConnectorState state;

    SentOrders(ConnectorState state) {
        this.state = state;
    }

    /**
     * A document.
     *
     * @param digest what it told
     * @param number its number
     * @param purpose what it was for
     * @param at when it was made
     * @param refused whether the warehouse refused it, so that the same is told again under another number
     */
    record Document(String digest, long number, Purpose purpose, Instant at, boolean refused) {
        Document asRefused() {
            return new Document(digest, number, purpose, at, true);
        }
    }

    Optional<Document> last(EffectKey key) {
        return state.get(row(key)).map(text -> {
            List<String> fields = List.of(text.split("\t", -1));
            return new Document(
                    fields.get(0),
                    Long.parseLong(fields.get(1)),
                    Purpose.valueOf(fields.get(2)),
                    Instant.parse(fields.get(3)),
                    Boolean.parseBoolean(fields.get(4)));
        });
    }

    void put(EffectKey key, Document document) {
        state.put(
                row(key),
                String.join(
                        "\t",
                        document.digest(),
                        Long.toString(document.number()),
                        document.purpose().name(),
                        document.at().toString(),
                        Boolean.toString(document.refused())));
    }

    /** The name under which the outbox knows a document. */
    static String delivery(EffectKey key, Document document) {
        return row(key) + "/" + document.number();
    }

    private static String row(EffectKey key) {
        return ROWS + ContentDigest.of(key.toString());
    }
}
