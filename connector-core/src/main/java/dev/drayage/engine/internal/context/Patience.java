package dev.drayage.engine.internal.context;

import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.ThrottledException;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads that meet an empty quota wait for it as long as the run's budget lasts; a slow quota is no outage. Stateless.
 */
public final class Patience {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private Patience() {}

    public static <S extends CommerceRecord> Page<S> read(RunContext<S> run, Slice slice, Optional<Cursor> at) {
        return patiently(run, () -> run.sync().source().read(slice, at, run.call()));
    }

    public static <S extends CommerceRecord> Change<S> fetch(RunContext<S> run, RecordRef ref) {
        return patiently(run, () -> run.sync().source().fetch(ref, run.call()));
    }

    private static <R> R patiently(RunContext<?> run, Supplier<R> read) {
        return call(run, () -> Refusals.named(run.sync().sourceAccount(), read));
    }

    /** Any call that only reads, whatever account it goes to. */
    public static <R> R call(RunContext<?> run, Supplier<R> read) {
        while (true) {
            try {
                return read.get();
            } catch (ThrottledException e) {
                if (!e.notBefore().isBefore(run.endBy())) {
                    throw e;
                }
                waitUntil(run, e.notBefore());
            }
        }
    }

    private static void waitUntil(RunContext<?> run, Instant notBefore) {
        Duration left = Duration.between(run.time().instant(), notBefore);
        do {
            run.budget().cancellation().check();
            try {
                run.time().sleep(left.compareTo(LOOK) < 0 && left.compareTo(Duration.ZERO) > 0 ? left : LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancelledException(ErrorCode.CANCELLED, "interrupted while waiting for a quota");
            }
            left = Duration.between(run.time().instant(), notBefore);
        } while (left.compareTo(Duration.ZERO) > 0);
    }
}
