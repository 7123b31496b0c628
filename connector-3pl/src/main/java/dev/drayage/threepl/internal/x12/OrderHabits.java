package dev.drayage.threepl.internal.x12;

import java.util.Optional;
import org.immutables.value.Value;

/** How a warehouse wants its orders, set 940. Immutable. */
@Value.Immutable
@ProfileStyle
public interface OrderHabits {
    /** Who ships, as its papers say it; with the code it makes the ship-from party. */
    Optional<String> shipFromName();

    /** The warehouse's code in our numbering. */
    Optional<String> shipFromCode();

    /** Qualifier of the ship-from code; 91 says that the seller numbers. */
    @Value.Default
    default String shipFromQualifier() {
        return "91";
    }

    /** Qualifier of the reference that carries the channel's order id; empty if it is not sent. */
    @Value.Default
    default String channelOrderQualifier() {
        return "CO";
    }

    /** Qualifier of the SKU. */
    @Value.Default
    default String skuQualifier() {
        return "SK";
    }

    /** Qualifier of the reference that carries the line id. */
    @Value.Default
    default String lineIdQualifier() {
        return "LI";
    }

    /** Unit code of a piece. */
    @Value.Default
    default String unit() {
        return "EA";
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the habits. Not thread-safe. */
    final class Builder extends ImmutableOrderHabits.Builder {
        Builder() {}
    }
}
