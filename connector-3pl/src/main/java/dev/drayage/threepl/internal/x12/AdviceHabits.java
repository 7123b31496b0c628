package dev.drayage.threepl.internal.x12;

import dev.drayage.threepl.internal.terms.LineStatuses;
import dev.drayage.threepl.internal.x12.TrackingPlace.Level;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** How a warehouse tells of shipments, set 945. Immutable. */
@Value.Immutable
@ProfileStyle
public interface AdviceHabits {
    /** Reporting codes (W06-01) that are read as a full account. */
    @Value.Default
    default Set<String> reportingCodes() {
        return Set.of("F");
    }

    /** Where tracking numbers stand, the first place that has any wins. */
    @Value.Default
    default List<TrackingPlace> tracking() {
        return List.of(
                new TrackingPlace(Level.CARTON_MARK, "CP"),
                new TrackingPlace(Level.CARTON_MARK, "CN"),
                new TrackingPlace(Level.CARTON_REFERENCE, "2I"),
                new TrackingPlace(Level.HEADER_REFERENCE, "2I"),
                new TrackingPlace(Level.HEADER_REFERENCE, "CN"));
    }

    /** Qualifier of the mark that holds the carton's serial shipping container code. */
    @Value.Default
    default String cartonQualifier() {
        return "GM";
    }

    /**
     * Qualifier of the reference that holds the line id; then every line must have one. Empty if the warehouse sends none:
     * then a line is known by its SKU, which needs the order that was sent.
     */
    @Value.Default
    default Optional<String> lineIdQualifier() {
        return Optional.of("LI");
    }

    /** Qualifiers of the SKU, the preferred one first. */
    @Value.Default
    default List<String> skuQualifiers() {
        return List.of("SK", "VN", "UP");
    }

    /** Qualifier of the reference that holds a lot. */
    @Value.Default
    default String lotQualifier() {
        return "LT";
    }

    /** Qualifier of the reference that holds a serial number. */
    @Value.Default
    default String serialQualifier() {
        return "SE";
    }

    /** Qualifier of the line's date that tells until when a lot is good. */
    @Value.Default
    default String expiryQualifier() {
        return "36";
    }

    /** Qualifier of the header's date that tells when the goods left; it goes before W06-03. */
    @Value.Default
    default String shippedQualifier() {
        return "11";
    }

    /** The time of day that a ship date stands for, in the warehouse's zone. */
    @Value.Default
    default LocalTime timeOfShipDate() {
        return LocalTime.NOON;
    }

    /** What the line status codes (W12-01) say. */
    @Value.Default
    default LineStatuses lineStatuses() {
        return LineStatuses.usual();
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the habits. Not thread-safe. */
    final class Builder extends ImmutableAdviceHabits.Builder {
        Builder() {}
    }
}
