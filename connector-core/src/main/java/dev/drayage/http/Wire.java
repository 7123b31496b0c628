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
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * One attempt over the JDK's client. The time limit covers the headers and the body: the client's own ends with the
 * headers. The calling thread itself waits, and an {@link ExchangeWatch} interrupts it, which closes the connection at once: the
 * client's {@code sendAsync} would take two more threads for each call, one of them new where the machine has few processors.
 * Looking a host's name up cannot be broken off. Thread-safe.
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
        try (ExchangeWatch watch = new ExchangeWatch(call, limit, look)) {
            HttpResponse<byte[]> answer;
            try {
                answer = client.send(request, new BodyLimit(maxAnswerBytes, begun::set));
                watch.unheard();
            } catch (InterruptedException e) {
                throw ended(watch, status(begun));
            } catch (IOException | RuntimeException e) {
                watch.unheard();
                throw new FailedAttempt(reason(e, begun.get() != null), status(begun), e);
            }
            return read(answer);
        }
    }

    private static FailedAttempt ended(ExchangeWatch watch, @Nullable Integer status) {
        Reason why = watch.ended();
        if (why == null) {
            Thread.currentThread().interrupt(); // the host's own
            return new FailedAttempt(Reason.CANCELLED, status, null);
        }
        return new FailedAttempt(why, status, watch.cause());
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
}
