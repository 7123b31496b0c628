package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that a file says, in the order of the file. */
public sealed interface Document {
    /** The transaction set that says it. */
    SetHeader set();

    /**
     * A record: goods that left, or did not (945, called {@code order.shipment}), or the stock of one SKU or lot (846, one of
     * many of its set, called {@code location/sku[/lot]}).
     *
     * @param at when it was so; empty where the document does not tell when it was written
     */
    record Told(SetHeader set, CommerceRecord record, Optional<Instant> at) implements Document {}

    /** A partner's word on what we sent (997). */
    record Acknowledged(SetHeader set, FunctionalAcknowledgement acknowledgement) implements Document {}

    /** A well-formed set that is not for us to translate (940). */
    record Untranslated(SetHeader set) implements Document {}

    /**
     * A set that cannot be used; its neighbours can.
     *
     * @param subject the record that it would have told of, where so much could be read
     * @param faults what is wrong, never empty
     */
    record Faulty(SetHeader set, Optional<RecordRef> subject, List<X12Fault> faults) implements Document {
        public Faulty {
            faults = List.copyOf(faults);
        }
    }
}
