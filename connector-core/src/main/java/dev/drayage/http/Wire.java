package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.http.FailedAttempt.Reason;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt over the JDK's client. The time limit covers the headers and the body: the client's own ends with the
 * headers. Cancelling the future, and only that, closes the connection at once. Thread-safe.
 */
final class Wire {
    private static final boolean ANNOUNCES_EMPTY_BODIES = Runtime.version().feature() < 19;

    private final HttpClient client;
    private final int maxAnswerBytes;
    private final List<String> requestIdHeaders;
    private final Duration look;

    /** Looks every {@code look} whether this process may still act while it waits for an answer. */
    Wire(HttpClient client, int maxAnswerBytes, List<String> requestIdHeaders, Duration look) {
        this.look = look;
        this.client = client;
        this.maxAnswerBytes = maxAnswerBytes;
        this.requestIdHeaders = requestIdHeaders;
    }

    /** Builds the client's request. A header that the client refuses must not show its value: it may be a secret. */
    static HttpRequest request(URI uri, ApiRequest request, Map<String, String> headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1);
        if (request.method().equals("GET") && request.body().isEmpty()) {
            // Amazon refuses a GET that announces a length. Before Java 19 the JDK announces one over HTTP/1.1 even so
            // (JDK-8283544), and none over HTTP/2.
            builder.GET();
            if (ANNOUNCES_EMPTY_BODIES && "https".equals(uri.getScheme())) {
                builder.version(HttpClient.Version.HTTP_2);
            }
        } else {
            builder.method(
                    request.method(),
                    request.body().map(BodyPublishers::ofByteArray).orElseGet(BodyPublishers::noBody));
        }
        headers.forEach((name, value) -> {
            try {
                builder.setHeader(name, value);
            } catch (IllegalArgumentException e) {
                throw new HiddenHeaderException(name);
            }
        });
        return builder.build();
    }

    /** A header that cannot be sent, without its value. */
    static final class HiddenHeaderException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        HiddenHeaderException(String name) {
            super("the value of header " + name + " cannot be sent: it holds a line break or another forbidden sign");
        }
    }

    ApiResponse exchange(HttpRequest request, Duration limit, CallContext call) throws FailedAttempt {
        AtomicReference<@Nullable ResponseInfo> begun = new AtomicReference<>();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, new BodyLimit(maxAnswerBytes, begun::set));
        AutoCloseable listening = call.cancellation().onCancel(() -> answer.cancel(true));
        try {
            return read(await(answer, limit, call));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new FailedAttempt(Reason.TIMED_OUT, status(begun), null);
        } catch (CancellationException e) {
            throw new FailedAttempt(Reason.CANCELLED, status(begun), null);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new FailedAttempt(Reason.CANCELLED, status(begun), null);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new FailedAttempt(reason(cause, begun.get() != null), status(begun), cause);
        } finally {
            close(listening);
        }
    }

    /** Waits in slices, so that a long answer does not cost this process its right to act. */
    private <T> T await(CompletableFuture<T> answer, Duration limit, CallContext call)
            throws InterruptedException, ExecutionException, TimeoutException, FailedAttempt {
        long left = limit.toNanos();
        while (true) {
            long slice = Math.min(left, look.toNanos());
            try {
                return answer.get(slice, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                left -= slice;
                if (left <= 0) {
                    throw e;
                }
            }
            try {
                call.fence().check();
            } catch (RuntimeException e) {
                answer.cancel(true);
                throw new FailedAttempt(Reason.CANCELLED, null, e);
            }
        }
    }

    private static @Nullable Integer status(AtomicReference<@Nullable ResponseInfo> begun) {
        ResponseInfo info = begun.get();
        return info == null ? null : info.statusCode();
    }

    private static Reason reason(Throwable cause, boolean begun) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            if (t instanceof BoundedGzip.LimitExceededException) {
                return Reason.TOO_LARGE;
            }
            if (!begun
                    && (t instanceof ConnectException
                            || t instanceof UnknownHostException
                            || t instanceof UnresolvedAddressException
                            || t instanceof HttpConnectTimeoutException
                            || t instanceof SSLHandshakeException)) {
                return Reason.NOT_SENT;
            }
        }
        return begun ? Reason.CUT_OFF : Reason.BROKEN;
    }

    private ApiResponse read(HttpResponse<byte[]> answer) throws FailedAttempt {
        Map<String, List<String>> headers = answer.headers().map();
        byte[] body = answer.body();
        if (body.length > 0
                && answer.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip")) {
            try {
                body = BoundedGzip.unpack(body, maxAnswerBytes);
            } catch (BoundedGzip.LimitExceededException e) {
                throw new FailedAttempt(Reason.TOO_LARGE, answer.statusCode(), e);
            } catch (IOException e) {
                throw new FailedAttempt(Reason.CUT_OFF, answer.statusCode(), e);
            }
        }
        @Nullable String requestId = requestIdHeaders.stream()
                .flatMap(name -> answer.headers().firstValue(name).stream())
                .findFirst()
                .orElse(null);
        return new ApiResponse(answer.statusCode(), headers, body, requestId);
    }

    private static void close(AutoCloseable listening) {
        try {
            listening.close();
        } catch (Exception e) {
            throw new IllegalStateException("a cancellation listener could not be removed", e);
        }
    }
}
