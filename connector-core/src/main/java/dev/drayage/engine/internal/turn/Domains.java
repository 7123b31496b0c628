package dev.drayage.engine.internal.turn;

import dev.drayage.engine.Sync;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which accounts are wired together: what shares a lease, so that an account's quotas stay in one process (G8). */
final class Domains {
    private Domains() {}

    /** The domain's name of each sync. */
    static Map<String, String> of(List<Sync<?>> syncs) {
        List<Set<String>> groups = new ArrayList<>();
        for (Sync<?> sync : syncs) {
            Set<String> merged = new TreeSet<>(sync.accounts());
            List<Set<String>> apart = new ArrayList<>();
            for (Set<String> group : groups) {
                if (group.stream().anyMatch(merged::contains)) {
                    merged.addAll(group);
                } else {
                    apart.add(group);
                }
            }
            apart.add(merged);
            groups = apart;
        }
        Map<String, String> names = new HashMap<>();
        for (Sync<?> sync : syncs) {
            for (Set<String> group : groups) {
                if (group.containsAll(sync.accounts())) {
                    names.put(sync.name(), String.join(" ", group));
                }
            }
        }
        return names;
    }
}
