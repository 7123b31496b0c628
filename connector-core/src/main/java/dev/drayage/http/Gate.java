package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets calls through until it is closed; then nothing is sent any more. Thread-safe. */
public final class Gate implements Authorizer {
    private final Authorizer inner;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** A gate in front of {@code inner}. */
    public Gate(Authorizer inner) {
        this.inner = inner;
    }

    /** From now on nothing is sent. */
    public void close() {
        closed.set(true);
    }

    @Override
    public Authorization authorize(ApiRequest request, URI uri, CallContext call) {
        if (closed.get()) {
            throw new CancelledException(
                    ErrorCode.CANCELLED, "the connector was closed before " + request.operation() + " was sent");
        }
        return inner.authorize(request, uri, call);
    }

    @Override
    public boolean renewAfter(Authorization rejected) {
        return inner.renewAfter(rejected);
    }
}
