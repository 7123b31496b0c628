package dev.drayage.spi;

import dev.drayage.model.RecordRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a look at the target found for one effect, without writing.
 *
 * @param ref the record that already stands for the effect, if there is one
 * @param before its present values by field name, as far as the effect would touch them; no buyer's data
 * @param after the values that the effect would write, by the same names; no buyer's data
 * @param violations why the target would refuse the effect, if it would
 * @param doubles other records that look as if they stood for the same, where the sink can tell
 */
public record Existing(
        Optional<RecordRef> ref,
        Map<String, String> before,
        Map<String, String> after,
        Violations violations,
        List<RecordRef> doubles) {
    public Existing {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        doubles = List.copyOf(doubles);
    }

    /** A look that saw no doubles. */
    public Existing(
            Optional<RecordRef> ref, Map<String, String> before, Map<String, String> after, Violations violations) {
        this(ref, before, after, violations, List.of());
    }
}
