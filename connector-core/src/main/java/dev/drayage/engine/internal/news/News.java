package dev.drayage.engine.internal.news;

import dev.drayage.call.TimeSource;
import dev.drayage.engine.Outcome;
import dev.drayage.engine.SyncEvent;
import dev.drayage.engine.SyncListener;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.store.EffectEntry;
import dev.drayage.store.RecordEntry;
import dev.drayage.store.RecordState;
import java.util.Optional;

/** Tells the listeners what happens to one sync. Thread-safe as the listeners are. */
public final class News {
    private final String sync;
    private final SyncListener listener;
    private final TimeSource time;

    public News(String sync, SyncListener listener, TimeSource time) {
        this.sync = sync;
        this.listener = listener;
        this.time = time;
    }

    public void recordEnded(RecordRef ref, Outcome outcome, Optional<ErrorCode> code, String message) {
        listener.on(new SyncEvent.RecordEnded(sync, time.instant(), ref, outcome, code, message));
    }

    /** Where a record stands now, if that is news to those who watch what waits. */
    public void changed(Optional<RecordEntry> before, RecordEntry now) {
        boolean wasParked =
                before.map(entry -> entry.state() == RecordState.PARKED).orElse(false);
        if (now.state() == RecordState.PARKED) {
            boolean news = !wasParked
                    || !before.flatMap(RecordEntry::code).equals(now.code())
                    || !before.map(RecordEntry::revision).equals(Optional.of(now.revision()));
            if (news) {
                listener.on(new SyncEvent.RecordParked(sync, time.instant(), now.ref(), now.code(), now.message()));
            }
            return;
        }
        if (wasParked) {
            listener.on(new SyncEvent.RecordUnparked(sync, time.instant(), now.ref(), now.state()));
        }
        if (now.state() == RecordState.DEFERRED
                && !before.map(entry -> Waits.same(entry, now)).orElse(false)) {
            listener.on(new SyncEvent.RecordDeferred(
                    sync,
                    time.instant(),
                    now.ref(),
                    now.code().orElse(ErrorCode.WAITING_FOR_RECORD),
                    now.message(),
                    now.waitingFor(),
                    now.dueAt()));
        }
    }

    public void written(EffectEntry effect, RecordRef written) {
        listener.on(new SyncEvent.EffectWritten(
                sync, time.instant(), effect.key(), effect.cause(), effect.type(), written, effect.attempts()));
    }

    public void unclear(EffectEntry effect, String reason) {
        listener.on(new SyncEvent.EffectUnclear(
                sync, time.instant(), effect.key(), effect.cause(), effect.type(), effect.attempts(), reason));
    }

    public void condition(String actor, SyncEvent.Change change, String message) {
        listener.on(new SyncEvent.ConditionChanged(sync, time.instant(), actor, change, message));
    }

    public void alarm(ErrorCode code, String message) {
        listener.on(new SyncEvent.Alarm(sync, time.instant(), code, message, Optional.empty()));
    }

    /** An alarm about one record. */
    public void alarm(ErrorCode code, RecordRef ref, String message) {
        listener.on(new SyncEvent.Alarm(sync, time.instant(), code, ref + ": " + message, Optional.of(ref)));
    }
}
