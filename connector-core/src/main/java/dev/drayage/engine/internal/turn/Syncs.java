package dev.drayage.engine.internal.turn;

import dev.drayage.engine.Sync;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The syncs of one engine by name, each with the lease of its domain. Thread-safe. */
public final class Syncs {
    private final Map<String, Sync<?>> syncs = new LinkedHashMap<>();
    private final Map<String, LeaseKeeper> leases = new HashMap<>();
    private final Map<String, String> domains;

    /** Asks {@code keeper} once for each domain. */
    public Syncs(List<Sync<?>> flows, Function<String, LeaseKeeper> keeper) {
        domains = Domains.of(flows);
        Map<String, LeaseKeeper> perDomain = new HashMap<>();
        for (Sync<?> sync : flows) {
            syncs.put(sync.name(), sync);
            String domain = domains.getOrDefault(sync.name(), sync.name());
            leases.put(sync.name(), perDomain.computeIfAbsent(domain, keeper));
        }
    }

    /** In the order in which they were wired. */
    public List<String> names() {
        return List.copyOf(syncs.keySet());
    }

    /** In the order in which they were wired. */
    public Collection<Sync<?>> all() {
        return List.copyOf(syncs.values());
    }

    /** The domain's name of each sync. */
    public Map<String, String> domains() {
        return domains;
    }

    /** @throws IllegalArgumentException if no sync is called so */
    public Sync<?> named(String name) {
        return known(syncs, name);
    }

    /**
     * The lease of the sync's domain.
     *
     * @throws IllegalArgumentException if no sync is called so
     */
    public LeaseKeeper lease(String name) {
        return known(leases, name);
    }

    private <T> T known(Map<String, T> by, String name) {
        T found = by.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no sync is called " + name + "; there are " + syncs.keySet());
        }
        return found;
    }

    /** Whether another sync writes to what this one reads and reads what this one writes. */
    public boolean isTwoWay(Sync<?> sync) {
        return syncs.values().stream()
                .anyMatch(other -> writesWhatIsRead(other, sync) && writesWhatIsRead(sync, other));
    }

    private static boolean writesWhatIsRead(Sync<?> writer, Sync<?> reader) {
        return writer.sinks().keySet().stream().anyMatch(id -> id.account().equals(reader.sourceAccount()));
    }

    /** Whether an effect is a sync's to look after: its own, or one of a sync that is called otherwise by now. */
    public static boolean looksAfter(String sync, String sentBy, Collection<String> wired) {
        return sentBy.equals(sync) || !wired.contains(sentBy);
    }

    /** The longest that one call of any of them may take. */
    public Duration longestCall() {
        return syncs.values().stream()
                .map(sync -> sync.policy().callTimeout())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
