package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.quota.QuotaBudget;
import dev.drayage.quota.QuotaObservation;
import dev.drayage.quota.QuotaPermit;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;

/**
 * Sends the calls of one account. Each attempt waits for its quota, is authorised anew, and is bounded in time, from
 * the connection to the last byte of the body, and in size. A {@link Safety#SAFE} call is tried again after an outage or
 * a refusal for quota; a {@link Safety#WRITE} only when the first try was provably not carried out, so that a write
 * happens at most once (guarantee G2). Redirects are answers like any other. Logs and errors name operation, host,
 * status and request id, never a body, a secret or a value of the query. Thread-safe.
 *
 * <p>The retry loop is our own, because Failsafe would sleep on the machine's clock instead of the time source's;
 * circuit breaking is Failsafe's. Pauses run through the time source; only the exchange itself waits in real time.
 */
public final class ApiClient {
    private final Target target;
    private final Wire wire;
    private final TimeSource time;
    private final RandomGenerator random;
    private final QuotaBudget quota;
    private final Authorizer authorizer;
    private final AnswerClassifier classifier;
    private final QuotaReader quotaReader;
    private final RetryLimits limits;
    private final Duration attemptLimit;
    private final Breaker breaker;
    private final Map<String, String> headers;
    private final Logger log;

    ApiClient(ApiClientBuilder options) {
        target = new Target(options.base, options.otherHosts);
        wire = new Wire(options.transport, options.maxAnswerBytes, options.requestIdHeaders, options.fenceLook);
        time = options.time;
        random = options.random;
        quota = options.quota;
        authorizer = options.authorizer;
        classifier = options.classifier;
        quotaReader = options.quotaReader;
        limits = options.limits;
        attemptLimit = options.attemptLimit;
        breaker = new Breaker(options.breakAfter, options.breakFor, time);
        headers = Map.copyOf(options.headers);
        log = options.log;
    }

    /**
     * A client for everything under {@code base}.
     *
     * @param base absolute address, over https unless it is this machine
     * @param transport the host's client; must not follow redirects; never closed here
     * @param time where time comes from and where pauses are spent
     */
    public static ApiClientBuilder builder(URI base, HttpClient transport, TimeSource time) {
        return new ApiClientBuilder(base, transport, time);
    }

    /** A JDK client as it should be: HTTP/1.1, no redirects, ten seconds to connect. Made once for each context and shared. */
    public static HttpClient standardTransport() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /**
     * Sends a request and reads the answer to its end. Any status that the classifier calls an answer is returned, also
     * a refusal such as 400 or 404.
     *
     * @throws ThrottledException if it was refused for quota and a retry does not fit the deadline; not carried out
     * @throws AuthorisationException if the credentials are refused, also after they were renewed once; not carried out
     * @throws UnavailableException if it could not be sent, or a safe call failed in all attempts
     * @throws OutcomeUnknownException if a write was sent and no usable answer came
     * @throws CancelledException if the host asked to stop; a write that was under way is an unknown outcome instead
     * @throws IllegalArgumentException if the host of an absolute address is not allowed
     */
    public ApiResponse send(ApiRequest request, CallContext call) {
        URI uri = target.resolve(request);
        Attempts attempts = new Attempts(request, uri.getHost(), limits, time, random, call);
        boolean renewed = false;
        while (true) {
            attempts.begin();
            breaker.enter(request.operation(), uri.getHost());
            Answer answer;
            try {
                answer = attempt(request, uri, call);
            } catch (FailedAttempt failure) {
                attempts.failed(failure);
                continue;
            }
            switch (answer.verdict().kind()) {
                case ANSWER -> {
                    return answer.response();
                }
                case THROTTLED -> attempts.throttled(answer.response(), answer.pause());
                case TRANSIENT -> attempts.failing(answer.response(), answer.pause());
                case TOKEN_REJECTED -> {
                    boolean renewable = authorizer.renewAfter(answer.authorization());
                    if (renewed || !renewable) {
                        throw attempts.unauthorised(ErrorCode.CREDENTIALS_REFUSED, answer.response());
                    }
                    renewed = true;
                }
                case WRONG_ACCOUNT -> throw attempts.unauthorised(ErrorCode.WRONG_ACCOUNT, answer.response());
            }
        }
    }

    private record Answer(
            ApiResponse response, Verdict verdict, Optional<Duration> pause, Authorization authorization) {}

    private Answer attempt(ApiRequest request, URI uri, CallContext call) throws FailedAttempt {
        boolean decided = false;
        try (QuotaPermit permit = quota.acquire(request.operation(), request.cost(), call)) {
            Authorization authorization =
                    target.isBase(uri) ? authorizer.authorize(request, uri, call) : Authorization.of(Map.of());
            HttpRequest wired = Wire.request(uri, request, headersOf(request, authorization));
            call.check();
            Duration limit = limit(request, call);
            long start = time.nanoTime();
            ApiResponse response;
            try {
                response = wire.exchange(wired, limit, call);
            } catch (FailedAttempt failure) {
                decided = true;
                settle(permit, failure);
                log.debug(
                        "{} {} failed: {} after {} ms",
                        request.operation(),
                        uri.getHost(),
                        failure.reason(),
                        (time.nanoTime() - start) / 1_000_000);
                throw failure;
            }
            Verdict verdict = classifier.classify(response);
            Optional<Duration> pause = verdict.retryAfter().or(() -> RetryAfter.of(response, time.instant()));
            permit.settle(quotaReader.read(response, observation(verdict, pause)));
            decided = true;
            if (verdict.kind() == Verdict.Kind.TRANSIENT) {
                breaker.failed();
            } else {
                breaker.succeeded();
            }
            log.debug(
                    "{} {} {} ({}) in {} ms, request {}",
                    request.operation(),
                    uri.getHost(),
                    response.status(),
                    verdict.kind(),
                    (time.nanoTime() - start) / 1_000_000,
                    response.requestId().orElse("-"));
            return new Answer(response, verdict, pause, authorization);
        } finally {
            if (!decided) {
                breaker.undecided();
            }
        }
    }

    private void settle(QuotaPermit permit, FailedAttempt failure) {
        switch (failure.reason()) {
            case NOT_SENT -> breaker.failed();
            case CANCELLED, TOO_LARGE -> {
                breaker.undecided();
                permit.settle(QuotaObservation.unanswered());
            }
            case TIMED_OUT, BROKEN, CUT_OFF -> {
                breaker.failed();
                permit.settle(QuotaObservation.unanswered());
            }
        }
    }

    private static QuotaObservation observation(Verdict verdict, Optional<Duration> pause) {
        if (verdict.kind() != Verdict.Kind.THROTTLED) {
            return QuotaObservation.accepted();
        }
        QuotaObservation refused = QuotaObservation.refused();
        return pause.map(refused::withRetryAfter).orElse(refused);
    }

    private Duration limit(ApiRequest request, CallContext call) {
        Duration remaining = call.remaining(time.instant());
        if (remaining.isZero()) {
            throw new UnavailableException(
                    ErrorCode.DEADLINE_PASSED, "the deadline passed before " + request.operation() + " was sent");
        }
        return remaining.compareTo(attemptLimit) < 0 ? remaining : attemptLimit;
    }

    private Map<String, String> headersOf(ApiRequest request, Authorization authorization) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Accept-Encoding", "gzip");
        all.putAll(headers);
        all.putAll(request.headers());
        all.putAll(authorization.headers());
        return all;
    }
}
