package dev.drayage.spi;

import dev.drayage.model.RecordRef;
import java.util.Map;
import java.util.Optional;

/**
 * What a look at the target found for one effect, without writing.
 *
 * @param ref the record that already stands for the effect, if there is one
 * @param before its present values by field name, as far as the effect would touch them; no buyer's data
 * @param after the values that the effect would write, by the same names; no buyer's data
 * @param violations why the target would refuse the effect, if it would
 */
public record Existing(
        Optional<RecordRef> ref, Map<String, String> before, Map<String, String> after, Violations violations) {
    public Existing {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }
}
