package dev.drayage.netsuite.internal.inventory;

import dev.drayage.call.TimeSource;
import dev.drayage.spi.ConnectorState;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Places whose stock was corrected so lately that queries may not show it yet. What they tell of such a place is the stock of
 * before: a count that is compared with it would correct the same difference again. Kept in the host's store, because
 * the next count may be another process's; forgotten once it shows. Thread-safe.
 */
final class FreshCorrections {
    private static final String PREFIX = "corrected/";

    private final ConnectorState state;
    private final TimeSource time;
    private final Duration lag;

    /** Corrections that show after {@code lag} at the latest. */
    FreshCorrections(ConnectorState state, TimeSource time, Duration lag) {
        this.state = state;
        this.time = time;
        this.lag = lag;
    }

    /** Until when nobody can tell what places hold; ask before asking the account. */
    Map<StockBooks.Place, Instant> hidden() {
        Map<StockBooks.Place, Instant> hidden = new HashMap<>();
        Instant now = time.instant();
        state.all(PREFIX).forEach((key, until) -> {
            Instant shown = Instant.parse(until);
            if (now.isBefore(shown)) {
                hidden.put(place(key), shown);
            } else {
                state.remove(key);
            }
        });
        return hidden;
    }

    /** The place is about to be corrected; tells until when that may not show. */
    Instant correcting(StockBooks.Place place) {
        Instant shown = time.instant().plus(lag);
        if (!lag.isZero()) {
            state.put(PREFIX + place.item() + "@" + place.location(), shown.toString());
        }
        return shown;
    }

    private static StockBooks.Place place(String key) {
        int at = key.indexOf('@');
        return new StockBooks.Place(key.substring(PREFIX.length(), at), key.substring(at + 1));
    }
}
