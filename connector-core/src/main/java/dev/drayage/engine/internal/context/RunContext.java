package dev.drayage.engine.internal.context;

import dev.drayage.call.CallContext;
import dev.drayage.call.Fence;
import dev.drayage.call.Priority;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Sync;
import dev.drayage.engine.internal.news.News;
import dev.drayage.engine.internal.turn.Gate;
import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Change;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import dev.drayage.store.RecordEntry;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Everything that one run works with. Immutable.
 *
 * @param sync the flow
 * @param syncs names of all syncs of the engine
 * @param ports its sinks
 * @param ledger the store's ledger of this tenant
 * @param lease the newest lease of the domain, renewed when asked for
 * @param fence whether this process may still act for the domain
 * @param time clock
 * @param executor where calls to accounts run
 * @param gates makes what a run waits at for its calls
 * @param lanes lanes of the whole engine
 * @param news tells the listeners what happens
 * @param goLive records that the source made before are not booked
 * @param twoWay whether another sync writes to what this one reads and reads what this one writes
 * @param priority who goes first when a quota is short
 * @param budget what the run may take
 * @param endBy instant at which no new records are taken in
 * @param <S> the record that is read
 */
public record RunContext<S extends CommerceRecord>(
        Sync<S> sync,
        Set<String> syncs,
        Map<Sync.SinkId, SinkPort> ports,
        Ledger ledger,
        Supplier<Lease> lease,
        Fence fence,
        TimeSource time,
        Executor executor,
        Supplier<Gate> gates,
        Lanes lanes,
        News news,
        Optional<Instant> goLive,
        boolean twoWay,
        Priority priority,
        RunBudget budget,
        Instant endBy) {

    /** Whether an effect is this sync's to look after: its own, or one of a sync that is called otherwise by now. */
    public boolean looksAfter(String sentBy) {
        return Syncs.looksAfter(sync.name(), sentBy, syncs);
    }

    /** A call that this run makes now. */
    public CallContext call() {
        return CallContext.within(sync.policy().callTimeout(), time, budget.cancellation(), priority)
                .behind(fence);
    }

    /** Whether the source made a record before go-live: it is history, unless a person wants it booked. */
    public boolean isBeforeGoLive(Change.Present<?> change) {
        return goLive.flatMap(start -> change.createdAt().map(made -> made.isBefore(start)))
                .orElse(false);
    }

    /** The revision that the ledger compares: the source's own and the host's mapping version. */
    public String revision(String sourceRevision) {
        return sourceRevision + mappingVersion();
    }

    /** The source's own part of a revision of the ledger; what was made with another mapping is no revision of the source. */
    public String sourceRevision(String revision) {
        String version = mappingVersion();
        return revision.endsWith(version) ? revision.substring(0, revision.length() - version.length()) : "";
    }

    private String mappingVersion() {
        return sync.policy().version().isEmpty()
                ? ""
                : RecordEntry.BEFORE_VERSION + sync.policy().version();
    }
}
