package dev.drayage.engine.internal.turn;

import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** One at a time, over all threads of one engine; whoever has the turn must not ask for it again. Thread-safe. */
public final class Turn {
    private final Gate gate;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** A turn for which threads wait at {@code gate}. */
    public Turn(Gate gate) {
        this.gate = gate;
    }

    /** The same, without a result. */
    public void during(Runnable work) {
        take(() -> {
            work.run();
            return true;
        });
    }

    /** Does something while nobody else does. */
    public <R> R take(Supplier<R> work) {
        try {
            gate.await(() -> taken.compareAndSet(false, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(ErrorCode.CANCELLED, "interrupted while another thread had its turn");
        }
        try {
            return work.get();
        } finally {
            taken.set(false);
            gate.knock();
        }
    }
}
