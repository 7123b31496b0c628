package dev.drayage.model;

import java.util.List;
import org.immutables.value.Value;

/** Units of an order that will not leave any more, told to the system that holds the order. */
@Value.Immutable
@ModelStyle
public interface OrderCancellation extends CommerceRecord {
    /** The order it is told about, under every name that the source knows. */
    List<OrderReference> orderReferences();

    /** What will not leave, per order line: all that is open of the line. */
    List<LineRemainder> lines();

    /** Typed extras that are written with it. */
    @Override
    @Value.Default
    default CustomFields customFields() {
        return CustomFields.none();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the record; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutableOrderCancellation.Builder {
        Builder() {}
    }
}
