package dev.drayage.http;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a limit and drops the connection beyond it; tells when the headers are there. Thread-safe. */
final class BodyLimit implements BodyHandler<byte[]> {
    private final int limit;
    private final Consumer<ResponseInfo> headers;

    BodyLimit(int limit, Consumer<ResponseInfo> headers) {
        this.limit = limit;
        this.headers = headers;
    }

    @Override
    public BodySubscriber<byte[]> apply(ResponseInfo info) {
        headers.accept(info);
        return new Collector(limit, announced(info) > limit);
    }

    /** The length that the server announces; nothing if that is no number: what comes is counted all the same. */
    private static long announced(ResponseInfo info) {
        try {
            return info.headers().firstValueAsLong("Content-Length").orElse(0);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static final class Collector implements BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> result = new CompletableFuture<>();
        private final List<ByteBuffer> collected = new ArrayList<>();
        private final int limit;
        private int size;
        private final boolean refusedUnread;
        private @Nullable Subscription subscription;

        Collector(int limit, boolean refusedUnread) {
            this.limit = limit;
            this.refusedUnread = refusedUnread;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return result;
        }

        @Override
        public void onSubscribe(Subscription started) {
            subscription = started;
            if (refusedUnread) {
                refuse(started);
            } else {
                started.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (result.isDone()) {
                    return;
                }
                if (buffer.remaining() > limit - size) {
                    Subscription started = subscription;
                    if (started != null) {
                        refuse(started);
                    }
                    return;
                }
                size += buffer.remaining();
                collected.add(buffer);
            }
        }

        private void refuse(Subscription started) {
            result.completeExceptionally(new BoundedGzip.LimitExceededException(limit));
            started.cancel();
        }

        @Override
        public void onError(Throwable failure) {
            result.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            ByteBuffer body = ByteBuffer.wrap(new byte[size]);
            collected.forEach(body::put);
            result.complete(body.array());
        }
    }
}
