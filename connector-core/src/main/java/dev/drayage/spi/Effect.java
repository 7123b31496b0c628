package dev.drayage.spi;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordType;
import java.util.List;
import java.util.Set;

/**
 * Exactly one committing call at a target, as a translation wants it.
 *
 * @param key its name
 * @param lane the target aggregate that must not be written concurrently: a buyer, an order, a SKU at a location; effects
 *     of one lane never overlap or overtake (guarantee G3)
 * @param type which sink of the target account
 * @param record what to write, in canonical form
 * @param mode what may be done at the target
 * @param after effects whose bound records this one needs first; of this source record or of another
 * @param substance digest of what of the record must not change any more once it was created
 *     ({@link Mode#CREATE_ONCE} only); empty if nothing is watched
 * @param <T> the record
 */
public record Effect<T extends CommerceRecord>(
        EffectKey key, String lane, RecordType<T> type, T record, Mode mode, List<EffectKey> after, String substance) {

    /** The {@link #digest()} of every effect that takes something back. */
    public static final String VOIDED = "void";

    /** What an effect may do. */
    public enum Mode {
        /** Create once; a later change of the source record does not touch the target, and of its substance parks it. */
        CREATE_ONCE,
        /** Create, and update when the content changes. */
        CREATE_OR_UPDATE,
        /** Only change a record that is there. */
        UPDATE,
        /** Take back what the effect of this key made, if it stands at the target; nothing if it does not. */
        VOID
    }

    public Effect {
        after = List.copyOf(after);
    }

    /** An effect that needs no other one. */
    public static <T extends CommerceRecord> Effect<T> of(
            EffectKey key, String lane, RecordType<T> type, T record, Mode mode) {
        return new Effect<>(key, lane, type, record, mode, List.of(), "");
    }

    /** The same effect, after others. */
    public Effect<T> after(Set<EffectKey> keys) {
        return new Effect<>(key, lane, type, record, mode, List.copyOf(keys), substance);
    }

    /** The effect that takes this one back. */
    public Effect<T> voiding() {
        return new Effect<>(key, lane, type, record, Mode.VOID, after, "");
    }

    /** The same effect, with a substance that must not change once it was created. */
    public Effect<T> watching(String digest) {
        return new Effect<>(key, lane, type, record, mode, after, digest);
    }

    /**
     * What tells one content of this effect from another: its substance if it names one, else the whole record. Taken back
     * is one content, whatever the record says meanwhile.
     */
    public String digest() {
        if (mode == Mode.VOID) {
            return VOIDED;
        }
        return substance.isEmpty() ? ContentDigest.of(record) : substance;
    }
}
