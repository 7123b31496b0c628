package dev.drayage.engine.internal.context;

import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.engine.internal.turn.Gate;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs calls to accounts on the host's executor and brings what they answered back to the coordinator's thread, which is
 * the only one that touches the run's state. With an executor that runs tasks at once on the caller's thread, everything
 * happens in a fixed order.
 */
public final class Mailbox {
    private final Executor executor;
    private final Gate gate;
    private final Queue<Runnable> letters = new ConcurrentLinkedQueue<>();
    private int outstanding;

    /** A mailbox at whose {@code gate} the coordinator waits for letters. */
    public Mailbox(Executor executor, Gate gate) {
        this.executor = executor;
        this.gate = gate;
    }

    /**
     * Runs {@code call} as a job; then {@code answered} or {@code failed} runs on the coordinator's thread. An executor that
     * takes no more jobs is a failure like another, and nothing ran.
     */
    public <R> void submit(Supplier<R> call, Consumer<R> answered, Consumer<RuntimeException> failed) {
        outstanding++;
        Map<String, String> context = LogContext.current();
        try {
            executor.execute(() -> drop(letter(() -> LogContext.in(context, call), answered, failed)));
        } catch (RejectedExecutionException e) {
            NotStartedException notStarted = new NotStartedException(e);
            drop(() -> failed.accept(notStarted));
        }
    }

    private void drop(Runnable letter) {
        letters.add(letter);
        gate.knock();
    }

    private Runnable take() throws InterruptedException {
        gate.await(() -> !letters.isEmpty());
        return letters.remove();
    }

    /** Whether a job has not come back yet, or has come back and was not looked at. */
    public boolean busy() {
        return outstanding > 0;
    }

    /** How many jobs have not come back yet, or have come back and were not looked at. */
    public int outstanding() {
        return outstanding;
    }

    /** Whether a job has come back and was not looked at. */
    public boolean hasLetters() {
        return !letters.isEmpty();
    }

    /** Waits for one job to come back, then looks at those that have, as long as there is room for what they answered. */
    public void takeWhile(BooleanSupplier room) throws InterruptedException {
        @Nullable Runnable letter = take();
        while (letter != null) {
            outstanding--;
            letter.run();
            letter = room.getAsBoolean() ? letters.poll() : null;
        }
    }

    /** Waits until every job has come back, and looks at none of them: the run's state is lost to a failure. */
    public void drainUnread() {
        boolean interrupted = false;
        while (outstanding > 0) {
            try {
                take();
                outstanding--;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static <R> Runnable letter(Supplier<R> call, Consumer<R> answered, Consumer<RuntimeException> failed) {
        R result;
        try {
            result = call.get();
        } catch (RuntimeException e) {
            return () -> failed.accept(e);
        } catch (Error e) {
            return () -> {
                throw e;
            };
        }
        return () -> answered.accept(result);
    }
}
