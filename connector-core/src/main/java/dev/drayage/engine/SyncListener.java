package dev.drayage.engine;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;

/**
 * Hears what runs do. Called on the thread that runs the sync, before the fact is durable: after a crash it may be told once more,
 * and is never left untold. What a listener throws is logged and ignored. Never given a buyer's data.
 */
public interface SyncListener {
    /** A run begins. */
    default void runStarted(String sync) {}

    /** A record ended; {@code message} says why if it is not booked. */
    default void recordEnded(String sync, RecordRef ref, Outcome outcome, String message) {}

    /** Something needs a person now: a parked record, a refused credential, a shipment that is held too long. */
    default void alarm(String sync, ErrorCode code, String message) {}

    /** A run ended. */
    default void runEnded(RunReport report) {}
}
