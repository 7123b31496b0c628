package dev.drayage.threepl.internal.x12.read;

import dev.drayage.model.RecordRef;
import dev.drayage.threepl.internal.x12.Finding;
import dev.drayage.threepl.internal.x12.X12Fault;
import java.util.List;
import java.util.Optional;

/**
 * What became of one transaction set of a file.
 *
 * @param set which one
 * @param subject the record that it tells of, where so much could be read
 * @param faults why it cannot be used; empty if it can
 * @param findings what was wrong with it and was borne
 */
public record SetResult(SetHeader set, Optional<RecordRef> subject, List<X12Fault> faults, List<Finding> findings) {
    public SetResult {
        faults = List.copyOf(faults);
        findings = List.copyOf(findings);
    }
}
