package dev.drayage.engine;

import dev.drayage.store.EffectEntry;
import dev.drayage.store.RecordEntry;
import java.util.List;

/**
 * Everything that the ledger knows about one id, whichever system's (guarantee G9).
 *
 * @param id the id that was asked for
 * @param records source records, over all syncs
 * @param effects what was written because of them or under that id
 */
public record Journey(String id, List<RecordEntry> records, List<EffectEntry> effects) {
    public Journey {
        records = List.copyOf(records);
        effects = List.copyOf(effects);
    }
}
