package dev.drayage.engine;

import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.util.Map;
import java.util.Set;

/**
 * Puts the effects of one record in an order that depends on what their targets show: who must give something up before
 * another may have it. Stateless and thread-safe.
 */
@FunctionalInterface
public interface Sequence {
    /** No order beside what each effect names itself. */
    Sequence FREE = (effect, shown) -> Set.of();

    /**
     * Which effects of the same record must have happened before this one is sent. One that fails keeps it waiting; two that
     * must each come first are parked for a person.
     *
     * @param effect the one that may have to wait
     * @param shown by effect the {@link Effect#digest()} of what its target shows, and of what it may show besides, as long as
     *     it is not known how a call ended; an empty text where something stands whose content is not known; an effect that
     *     never happened is missing
     */
    Set<EffectKey> before(Effect<?> effect, Map<EffectKey, Set<String>> shown);
}
