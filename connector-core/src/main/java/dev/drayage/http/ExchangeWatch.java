package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.http.FailedAttempt.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Watches a blocking exchange from outside and ends it by interrupting its thread: when the host cancels, when the time is up,
 * or when this process may act no more, which is looked at in slices so that a long answer does not cost it that right. An
 * interrupt closes the connection. It owns no thread: the JDK's timer counts, the JDK's pool looks. Made and closed by the thread
 * of the exchange.
 */
final class ExchangeWatch implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final CallContext call;
    private final long look;
    private final AutoCloseable listening;
    private long left;
    private boolean closed;
    private @Nullable Reason ended;
    private @Nullable RuntimeException cause;
    private CompletableFuture<Void> timer = new CompletableFuture<>();

    /** Ends the exchange after {@code limit}; looks every {@code look} whether this process may still act. */
    ExchangeWatch(CallContext call, Duration limit, Duration look) {
        this.call = call;
        this.left = limit.toNanos();
        this.look = look.toNanos();
        waitOn();
        this.listening = call.cancellation().onCancel(() -> end(Reason.CANCELLED, null));
    }

    /** Why the exchange was ended from here; null if it was not. */
    synchronized @Nullable Reason ended() {
        return ended;
    }

    /** What the fence said, if that is why. */
    synchronized @Nullable RuntimeException cause() {
        return cause;
    }

    private synchronized void waitOn() {
        if (closed || ended != null) {
            return;
        }
        long slice = Math.min(left, look);
        timer = new CompletableFuture<Void>().orTimeout(slice, TimeUnit.NANOSECONDS);
        var unused = timer.whenComplete((none, failure) -> {
            if (failure instanceof TimeoutException) {
                var unusedToo = CompletableFuture.runAsync(() -> look(slice)); // the timer's own thread is everybody's
            }
        });
    }

    private void look(long passed) {
        left -= passed;
        if (left <= 0) {
            end(Reason.TIMED_OUT, null);
            return;
        }
        try {
            call.fence().check();
        } catch (RuntimeException e) {
            end(Reason.CANCELLED, e);
            return;
        } catch (Error e) {
            end(Reason.CANCELLED, null);
            throw e;
        }
        waitOn();
    }

    private synchronized void end(Reason why, @Nullable RuntimeException said) {
        if (!closed && ended == null) {
            ended = why;
            cause = said;
            thread.interrupt();
        }
    }

    /** The exchange was over before its thread heard of the end: the interrupt was this watch's, and nobody else's. */
    synchronized void unheard() {
        closed = true;
        if (ended != null) {
            Thread.interrupted();
        }
    }

    /** The exchange is over: nothing interrupts its thread any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        timer.complete(null);
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a cancellation listener could not be removed", e);
        }
    }
}
