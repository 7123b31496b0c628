package dev.drayage.model;

import java.util.List;
import org.immutables.value.Value;

/** How far an order got, told to the system that holds it. */
@Value.Immutable
@ModelStyle
public interface OrderProgress extends CommerceRecord {
    /** A step that people want to see on the order. */
    enum Stage {
        /** The storefront has taken the shipment. */
        FULFILLMENT_PROCESSED
    }

    /** The order it is told about, under every name that the source knows. */
    List<OrderReference> orderReferences();

    /** The step it reached. */
    Stage stage();

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
    final class Builder extends ImmutableOrderProgress.Builder {
        Builder() {}
    }
}
