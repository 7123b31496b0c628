package dev.drayage.engine.internal.context;

import dev.drayage.call.Fence;
import dev.drayage.call.Priority;
import dev.drayage.call.TimeSource;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncListener;
import dev.drayage.engine.internal.news.News;
import dev.drayage.engine.internal.turn.Gate;
import dev.drayage.engine.internal.turn.Lanes;
import dev.drayage.engine.internal.turn.LeaseKeeper;
import dev.drayage.engine.internal.turn.Syncs;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.RecordSink;
import dev.drayage.store.Lease;
import dev.drayage.store.Ledger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Makes what one run works with. Thread-safe.
 *
 * @param goLive records that the source made before are not booked
 * @param gates makes what a run waits at for its calls
 * @param lanes lanes of the whole engine
 */
public record RunContexts(
        Syncs syncs,
        Ledger ledger,
        SyncListener listener,
        Optional<Instant> goLive,
        TimeSource time,
        Executor executor,
        Supplier<Gate> gates,
        Lanes lanes) {

    /** For a run that writes: its calls are fenced by the domain's lease, which is held. */
    public <S extends CommerceRecord> RunContext<S> writing(
            Sync<S> sync, RunBudget budget, Priority priority, Instant now) {
        LeaseKeeper lease = syncs.lease(sync.name());
        return context(sync, budget, lease::current, lease::current, SinkPort::writing, priority, now);
    }

    /** For one that only reads: it has no lease, also where a run of this process holds one, so that it can commit nothing. */
    public <S extends CommerceRecord> RunContext<S> looking(
            Sync<S> sync, RunBudget budget, Priority priority, Instant now) {
        return context(sync, budget, RunContexts::noLease, Fence.none(), SinkPort::looking, priority, now);
    }

    private static Lease noLease() {
        throw new IllegalStateException("who only looks commits nothing");
    }

    private <S extends CommerceRecord> RunContext<S> context(
            Sync<S> sync,
            RunBudget budget,
            Supplier<Lease> lease,
            Fence fence,
            BiFunction<AccountId, RecordSink<?>, SinkPort> port,
            Priority priority,
            Instant now) {
        Map<Sync.SinkId, SinkPort> ports = new HashMap<>();
        sync.sinks().forEach((id, sink) -> ports.put(id, port.apply(id.account(), sink)));
        return new RunContext<>(
                sync,
                Set.copyOf(syncs.names()),
                Map.copyOf(ports),
                ledger,
                lease,
                fence,
                time,
                executor,
                gates,
                lanes,
                news(sync.name()),
                goLive,
                syncs.isTwoWay(sync),
                priority,
                budget,
                now.plus(budget.time()));
    }

    /** Tells the listeners of one sync. */
    public News news(String name) {
        return new News(name, listener, time);
    }
}
