package dev.drayage.testkit.amazon;

import java.time.Instant;

/** What a search needs to know of an order, whether it is simulated or fed as raw text. */
sealed interface ListedOrder permits StoredOrder, RawOrder {
    String orderId();

    Instant createdTime();

    Instant lastUpdatedTime();
}
