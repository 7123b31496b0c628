package dev.drayage.engine;

/**
 * Hears what happens to syncs. Called on the thread that runs the sync or, for what people do, on theirs, before the fact is
 * durable: after a crash it may be told once more, and is never left untold. What a listener throws is logged and ignored. Must
 * be thread-safe if several syncs run at once.
 */
public interface SyncListener {
    /** Hears every event, also of kinds that are added later; unless overridden it calls the method of that kind. */
    default void on(SyncEvent event) {
        event.tell(this);
    }

    /** A run begins. */
    default void runStarted(SyncEvent.RunStarted event) {}

    /** A run ended. */
    default void runEnded(SyncEvent.RunEnded event) {}

    /** A record that was read ended. */
    default void recordEnded(SyncEvent.RecordEnded event) {}

    /** A record needs a person. */
    default void recordParked(SyncEvent.RecordParked event) {}

    /** A record was parked and is no more. */
    default void recordUnparked(SyncEvent.RecordUnparked event) {}

    /** A record begins to wait. */
    default void recordDeferred(SyncEvent.RecordDeferred event) {}

    /** A target took a write. */
    default void effectWritten(SyncEvent.EffectWritten event) {}

    /** Nobody knows how a write ended. */
    default void effectUnclear(SyncEvent.EffectUnclear event) {}

    /** The sync was paused, resumed, sought or reset, or an account refuses it. */
    default void conditionChanged(SyncEvent.ConditionChanged event) {}

    /** Something needs a person now: a parked record, a refused credential, a shipment that is held too long. */
    default void alarm(SyncEvent.Alarm event) {}
}
