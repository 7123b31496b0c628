package dev.drayage.threepl.internal.x12;

import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import java.time.ZoneId;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What is agreed with one warehouse about X12: who is who, how text looks, which habits it has, and which of its sloppy
 * ways are borne. Version 004010 only. Immutable.
 */
@Value.Immutable
@ProfileStyle
public interface PartnerProfile {
    /** What the warehouse is called in messages: its partner id. */
    @Value.Default
    default String name() {
        return warehouse().id();
    }

    /** Our side of the envelopes. */
    TradingParty us();

    /** The warehouse's side of the envelopes. */
    TradingParty warehouse();

    /** Whether documents are marked as tests; those of the other mark are refused. */
    @Value.Default
    default boolean test() {
        return false;
    }

    /** The warehouse's zone, in which dates and times of its documents are read and ours are written. */
    ZoneId zone();

    /** How text that we send looks. */
    @Value.Default
    default OutputStyle output() {
        return OutputStyle.standard();
    }

    /** Habits of the order, 940. */
    @Value.Default
    default OrderHabits orders() {
        return OrderHabits.builder().build();
    }

    /** Habits of the shipping advice, 945. */
    @Value.Default
    default AdviceHabits shipments() {
        return AdviceHabits.builder().build();
    }

    /** Habits of the stock advice, 846. */
    @Value.Default
    default StockHabits stock() {
        return StockHabits.builder().build();
    }

    /** Habits of the acknowledgement, 997. */
    @Value.Default
    default AcknowledgementHabits acknowledgements() {
        return AcknowledgementHabits.builder().build();
    }

    /** Which of the order's names is the depositor's order number. */
    @Value.Default
    default OrderReference.Kind orderReference() {
        return OrderReference.Kind.ERP_NUMBER;
    }

    /** Which of the line's names is its line id. */
    @Value.Default
    default LineReference.Kind lineReference() {
        return LineReference.Kind.ERP_LINE;
    }

    /** Unit codes that mean one piece; any other one is a fault, because a case is not a piece. */
    @Value.Default
    default Set<String> units() {
        return Set.of("EA");
    }

    /** What is borne although it is wrong; each use is reported as a finding. */
    Set<Leniency> leniencies();

    /** How large a file may be. */
    @Value.Default
    default ReadLimits limits() {
        return ReadLimits.standard();
    }

    /** Whether something wrong is borne. */
    default boolean bears(Leniency leniency) {
        return leniencies().contains(leniency);
    }

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds the profile; what is mandatory and missing is named when it is built. Not thread-safe. */
    final class Builder extends ImmutablePartnerProfile.Builder {
        Builder() {}
    }
}
