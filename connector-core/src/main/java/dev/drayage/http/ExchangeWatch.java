package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.http.FailedAttempt.Reason;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Watches a blocking exchange from outside and ends it by interrupting its thread: when the host cancels, when the time is up,
 * or when this process may act no more. That is looked at every now and then, so that a long answer does not cost it that right;
 * a look that itself takes long, because the store hangs, does not keep the exchange beyond its time. An interrupt closes the
 * connection. It owns no thread: the JDK's timer counts and interrupts, the JDK's pool looks. Made and closed by the thread of
 * the exchange.
 */
final class ExchangeWatch implements AutoCloseable {
    private final Thread thread = Thread.currentThread();
    private final CallContext call;
    private final Duration look;
    private final CompletableFuture<Void> timeLimit;
    private final AutoCloseable listening;
    private @Nullable CompletableFuture<Void> nextLook;
    private boolean closed;
    private @Nullable Reason ended;
    private @Nullable RuntimeException cause;

    /**
     * Ends the exchange after {@code limit}; looks whether this process may still act {@code look} after the begin and after each
     * look. An exchange that is not longer than that, as most are, costs one timer.
     */
    ExchangeWatch(CallContext call, Duration limit, Duration look) {
        this.call = call;
        this.look = look;
        this.timeLimit = after(limit, () -> end(Reason.TIMED_OUT, null));
        if (limit.compareTo(look) > 0) {
            lookLater();
        }
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

    /** A timer, stopped by completing it. What it does is short: the timer's thread is everybody's. */
    private static CompletableFuture<Void> after(Duration time, Runnable then) {
        CompletableFuture<Void> timer = new CompletableFuture<Void>().orTimeout(time.toNanos(), TimeUnit.NANOSECONDS);
        timer.exceptionally(late -> {
            then.run();
            return null;
        });
        return timer;
    }

    private synchronized void lookLater() {
        if (!closed && ended == null) {
            nextLook = after(look, () -> timeLimit.defaultExecutor().execute(this::look));
        }
    }

    private void look() {
        try {
            call.fence().check();
        } catch (RuntimeException e) {
            end(Reason.CANCELLED, e);
        } catch (Error e) {
            end(Reason.CANCELLED, null);
            throw e;
        }
        lookLater();
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
        timeLimit.complete(null);
        synchronized (this) {
            closed = true;
            if (nextLook != null) {
                nextLook.complete(null);
            }
        }
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a cancellation listener could not be removed", e);
        }
    }
}
