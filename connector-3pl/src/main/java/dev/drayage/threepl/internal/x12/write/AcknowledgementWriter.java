package dev.drayage.threepl.internal.x12.write;

import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.ElementNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SegmentNote;
import dev.drayage.threepl.internal.x12.FunctionalAcknowledgement.SetVerdict;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.read.TransactionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes functional acknowledgements, set 997, one interchange per group that is acknowledged. Immutable and thread-safe. */
public final class AcknowledgementWriter {
    private static final int MOST_CODES = 5;

    private final PartnerProfile profile;

    /** A writer for one warehouse. */
    public AcknowledgementWriter(PartnerProfile profile) {
        this.profile = profile;
    }

    /**
     * The text of one acknowledgement, ASCII.
     *
     * @param at when it is written, in UTC
     * @throws IllegalArgumentException if an acknowledgement is to be acknowledged
     */
    public String write(FunctionalAcknowledgement acknowledgement, ControlNumbers numbers, Instant at) {
        if (acknowledgement.functionalId().equals(TransactionSet.ACKNOWLEDGEMENT.group())) {
            throw new IllegalArgumentException("acknowledgements are never acknowledged");
        }
        InterchangeText out = new InterchangeText(profile, numbers, at, TransactionSet.ACKNOWLEDGEMENT);
        out.segment("AK1", acknowledgement.functionalId(), acknowledgement.groupControl());
        for (SetVerdict set : acknowledgement.sets()) {
            out.segment("AK2", set.setId(), set.control());
            for (SegmentNote note : set.notes()) {
                out.segment("AK3", note.segment(), String.valueOf(note.position()), "", note.code());
                for (ElementNote element : note.elements()) {
                    out.segment("AK4", String.valueOf(element.element()), element.dataElement(), element.code());
                }
            }
            codes(out, "AK5", List.of(set.verdict().code()), set.errors());
        }
        codes(
                out,
                "AK9",
                List.of(
                        acknowledgement.verdict().code(),
                        String.valueOf(acknowledgement.counts().included()),
                        String.valueOf(acknowledgement.counts().received()),
                        String.valueOf(acknowledgement.counts().accepted())),
                acknowledgement.errors());
        return out.close();
    }

    private static void codes(InterchangeText out, String segment, List<String> first, List<String> errors) {
        List<String> elements = new ArrayList<>(first);
        errors.stream().distinct().limit(MOST_CODES).forEach(elements::add);
        out.segment(segment, elements.toArray(new String[0]));
    }
}
