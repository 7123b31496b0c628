package dev.drayage.http;

import dev.drayage.call.Blocking;
import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.settings.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A token that is fetched once for all callers and renewed a little before it expires. While one caller renews early,
 * the others go on with the old token. A refused credential is remembered and not tried again for a while, so that a
 * revoked secret does not hammer the vendor's login. Thread-safe.
 */
public final class BearerTokens implements Authorizer {
    private static final Duration LOOK = Duration.ofMillis(50);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TokenEndpoint endpoint;
    private final TimeSource time;
    private final String header;
    private final String prefix;
    private final Duration margin;
    private final Duration backOff;
    private @Nullable Held current;
    private @Nullable AuthorisationException refusal;
    private Instant quietUntil = Instant.MIN;
    private boolean fetching;
    private boolean renewing;

    private record Held(Secret token, Instant renewAt, Instant expiresAt, Instant onTrialUntil) {}

    private BearerTokens(Builder builder) {
        endpoint = builder.endpoint;
        time = builder.time;
        header = builder.header;
        prefix = builder.prefix;
        margin = builder.margin;
        backOff = builder.backOff;
    }

    /** Tokens of {@code endpoint}, sent as {@code Authorization: Bearer} unless told otherwise. */
    public static Builder builder(TokenEndpoint endpoint, TimeSource time) {
        return new Builder(endpoint, time);
    }

    @Override
    public Authorization authorize(ApiRequest request, URI uri, CallContext call) {
        Secret token = token(call);
        return Authorization.of(Map.of(header, prefix + token.reveal()), token);
    }

    /**
     * {@inheritDoc}
     *
     * <p>A token that was fetched because the one before it was rejected, and is rejected too within the back-off time,
     * counts as a refused credential.
     */
    @Override
    public boolean renewAfter(Authorization rejected) {
        return locked(() -> {
            Held held = current;
            if (held == null || rejected.token().filter(held.token()::equals).isEmpty()) {
                return refusal == null;
            }
            current = null;
            if (time.instant().isBefore(held.onTrialUntil())) {
                remember(new AuthorisationException(
                        ErrorCode.CREDENTIALS_REFUSED, "a token that was just issued is refused by the service"));
                return false;
            }
            renewing = true;
            return true;
        });
    }

    /**
     * A token that is good now.
     *
     * @throws AuthorisationException if the credential was refused, now or a short while ago
     * @throws UnavailableException if none could be had before the deadline
     * @throws CancelledException if the host asked to stop
     */
    public Secret token(CallContext call) {
        lock.lock();
        try {
            while (true) {
                call.cancellation().check();
                Instant now = time.instant();
                Held held = current;
                boolean usable = held != null && now.isBefore(held.expiresAt());
                if (held != null && usable && (fetching || now.isBefore(held.renewAt()) || now.isBefore(quietUntil))) {
                    return held.token();
                }
                if (!usable && refusal != null && now.isBefore(quietUntil)) {
                    throw again(refusal);
                }
                if (!fetching) {
                    fetching = true;
                    break;
                }
                if (call.remaining(now).isZero()) {
                    throw new UnavailableException(
                            ErrorCode.DEADLINE_PASSED, "no access token could be had before the deadline");
                }
                Blocking.await(changed, LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException(ErrorCode.CANCELLED, "interrupted while waiting for an access token");
        } finally {
            lock.unlock();
        }
        return fetch(call);
    }

    private Secret fetch(CallContext call) {
        boolean ended = false;
        try {
            Secret token;
            try {
                token = accept(endpoint.fetch(call));
            } catch (ConnectorException e) {
                token = fallBack(e);
            }
            ended = true;
            return token;
        } finally {
            if (!ended) {
                locked(this::endFetch);
            }
        }
    }

    private Secret accept(TokenEndpoint.Issued issued) {
        if (!issued.token().reveal().chars().allMatch(sign -> sign > ' ' && sign < 127)) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED,
                    "the access token that was issued holds a sign that no header can carry");
        }
        return locked(() -> {
            Instant now = time.instant();
            Duration half = issued.lifetime().dividedBy(2);
            Duration early = margin.compareTo(half) < 0 ? margin : half;
            Instant expiresAt = now.plus(issued.lifetime());
            Instant onTrialUntil = renewing ? now.plus(backOff) : Instant.MIN;
            current = new Held(issued.token(), expiresAt.minus(early), expiresAt, onTrialUntil);
            renewing = false;
            refusal = null;
            quietUntil = Instant.MIN;
            endFetch();
            return issued.token();
        });
    }

    private Secret fallBack(ConnectorException failure) {
        return locked(() -> {
            if (failure instanceof AuthorisationException refused) {
                remember(refused);
            }
            Held held = current;
            if (held == null || !time.instant().isBefore(held.expiresAt())) {
                throw failure;
            }
            quietUntil = time.instant().plus(backOff);
            endFetch();
            return held.token();
        });
    }

    private boolean endFetch() {
        fetching = false;
        changed.signalAll();
        return true;
    }

    private <T> T locked(Supplier<T> step) {
        lock.lock();
        try {
            return step.get();
        } finally {
            lock.unlock();
        }
    }

    private void remember(AuthorisationException refused) {
        refusal = refused;
        quietUntil = time.instant().plus(backOff);
        renewing = false;
    }

    private AuthorisationException again(AuthorisationException first) {
        return new AuthorisationException(
                first.code(),
                first.getMessage() + "; not tried again before " + quietUntil,
                first.httpStatus().orElse(null),
                first.requestId().orElse(null),
                first);
    }

    /** Collects the options. Not thread-safe. */
    public static final class Builder {
        private final TokenEndpoint endpoint;
        private final TimeSource time;
        private String header = "Authorization";
        private String prefix = "Bearer ";
        private Duration margin = Duration.ofMinutes(5);
        private Duration backOff = Duration.ofMinutes(1);

        private Builder(TokenEndpoint endpoint, TimeSource time) {
            this.endpoint = endpoint;
            this.time = time;
        }

        /** Sends the bare token in this header (Amazon, Shopify). */
        public Builder inHeader(String name) {
            header = name;
            prefix = "";
            return this;
        }

        /** Renews this long before expiry, but not before half of the lifetime is over; five minutes unless set. */
        public Builder renewBefore(Duration expiry) {
            margin = expiry;
            return this;
        }

        /** Leaves the endpoint alone this long after it refused; one minute unless set. */
        public Builder backOff(Duration pause) {
            backOff = pause;
            return this;
        }

        /** The tokens; none is fetched yet. */
        public BearerTokens build() {
            return new BearerTokens(this);
        }
    }
}
