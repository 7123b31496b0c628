package dev.drayage.testkit.shipstation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All states that a record was in, so that lists can lag behind. Not thread-safe; the account guards it. */
final class History<T> {
    private final List<Version<T>> versions = new ArrayList<>();

    History(Instant at, T first) {
        versions.add(new Version<>(at, first));
    }

    void add(Instant at, T next) {
        versions.add(new Version<>(at, next));
    }

    T latest() {
        return latestVersion().state();
    }

    Version<T> latestVersion() {
        return versions.get(versions.size() - 1);
    }

    /** The state as it was then; empty before the record came to be. */
    Optional<Version<T>> asOf(Instant time) {
        for (int i = versions.size() - 1; i >= 0; i--) {
            if (!versions.get(i).since().isAfter(time)) {
                return Optional.of(versions.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * A state and when it began.
     *
     * @param since when it began
     * @param state what it was
     */
    record Version<T>(Instant since, T state) {}
}
