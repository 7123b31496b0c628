package dev.drayage.threepl.internal.x12;

import java.time.Duration;
import org.immutables.value.Value;

/** What is agreed about functional acknowledgements, set 997. Immutable. */
@Value.Immutable
@ProfileStyle
public interface AcknowledgementHabits {
    /** Whether the warehouse acknowledges what we send. */
    @Value.Default
    default boolean expected() {
        return true;
    }

    /** Within which time it does. */
    @Value.Default
    default Duration within() {
        return Duration.ofHours(24);
    }

    /** Whether we acknowledge what the warehouse sends. */
    @Value.Default
    default boolean sent() {
        return true;
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the habits. Not thread-safe. */
    final class Builder extends ImmutableAcknowledgementHabits.Builder {
        Builder() {}
    }
}
