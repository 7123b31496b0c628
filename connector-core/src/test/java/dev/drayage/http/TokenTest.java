package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.settings.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tokens are fetched once for all, renewed early, and a refused credential is left alone. */
class TokenTest {
    private final HttpSetup setup = new HttpSetup();
    private final AtomicInteger fetched = new AtomicInteger();

    private TokenEndpoint.Issued next(CallContext call) {
        call.cancellation().check();
        return new TokenEndpoint.Issued(Secret.of("token-" + fetched.incrementAndGet()), Duration.ofHours(1));
    }

    private TokenEndpoint.Issued refuse(CallContext call) {
        call.cancellation().check();
        fetched.incrementAndGet();
        throw new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "invalid_grant");
    }

    private BearerTokens.Builder tokens(TokenEndpoint endpoint) {
        return BearerTokens.builder(endpoint, setup.time);
    }

    private static String bearer(RawServer.Received request) {
        return request.header("Authorization");
    }

    @Test
    void a_token_is_used_again_until_shortly_before_it_expires() {
        BearerTokens tokens =
                tokens(this::next).renewBefore(Duration.ofMinutes(5)).build();
        assertThat(tokens.token(setup.call()).reveal()).isEqualTo("token-1");
        setup.time.advance(Duration.ofMinutes(54));
        assertThat(tokens.token(setup.call()).reveal()).isEqualTo("token-1");
        setup.time.advance(Duration.ofMinutes(1));
        assertThat(tokens.token(setup.call()).reveal()).isEqualTo("token-2");
    }

    @Test
    void an_expired_token_is_renewed_once_and_the_call_goes_through_even_when_it_writes() {
        try (RawServer server = new RawServer((connection, request) -> connection.send(
                bearer(request).equals("Bearer token-1")
                        ? RawServer.response(401, "", "expired")
                        : RawServer.response(201, "", "")))) {
            ApiClient client = setup.client(server.base())
                    .authorizer(tokens(this::next).build())
                    .build();
            assertThat(client.send(HttpSetup.write(), setup.call()).status()).isEqualTo(201);
            assertThat(server.received())
                    .extracting(TokenTest::bearer)
                    .containsExactly("Bearer token-1", "Bearer token-2");
            client.send(HttpSetup.write(), setup.call());
            assertThat(fetched).hasValue(2);
        }
    }

    @Test
    void a_token_that_is_refused_again_after_renewal_stops_all_calls_for_a_while() {
        try (RawServer server = RawServer.answering(RawServer.response(401, "", "revoked"))) {
            ApiClient client = setup.client(server.base())
                    .authorizer(
                            tokens(this::next).backOff(Duration.ofMinutes(1)).build())
                    .build();
            for (int i = 0; i < 20; i++) {
                assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                        .isInstanceOfSatisfying(
                                AuthorisationException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED));
            }
            assertThat(server.received()).hasSize(2);
            assertThat(fetched).hasValue(2);
        }
    }

    @Test
    void a_refused_credential_is_not_tried_again_before_its_pause_is_over() {
        BearerTokens tokens =
                tokens(this::refuse).backOff(Duration.ofMinutes(1)).build();
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> tokens.token(setup.call())).isInstanceOf(AuthorisationException.class);
        }
        assertThat(fetched).hasValue(1);
        setup.time.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> tokens.token(setup.call())).isInstanceOf(AuthorisationException.class);
        assertThat(fetched).hasValue(2);
    }

    @Test
    void an_early_renewal_that_fails_leaves_the_old_token_in_use_and_does_not_hammer() {
        BearerTokens tokens = tokens(call -> {
                    if (fetched.get() > 0) {
                        fetched.incrementAndGet();
                        throw new UnavailableException(ErrorCode.UNREACHABLE, "login is down");
                    }
                    return next(call);
                })
                .build();
        tokens.token(setup.call());
        setup.time.advance(Duration.ofMinutes(56));
        for (int i = 0; i < 30; i++) {
            assertThat(tokens.token(setup.call()).reveal()).isEqualTo("token-1");
        }
        assertThat(fetched).hasValue(2);
        setup.time.advance(Duration.ofMinutes(5));
        assertThatThrownBy(() -> tokens.token(setup.call())).isInstanceOf(UnavailableException.class);
    }

    @Test
    void sixteen_threads_that_need_a_token_fetch_one() throws Exception {
        CountDownLatch waiting = new CountDownLatch(16);
        BearerTokens tokens = tokens(call -> {
                    awaitAll(waiting);
                    return next(call);
                })
                .build();
        Set<String> seen = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(threads.submit(() -> {
                    waiting.countDown();
                    seen.add(tokens.token(setup.call()).reveal());
                }));
            }
            for (Future<?> one : all) {
                one.get(10, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(seen).containsExactly("token-1");
        assertThat(fetched).hasValue(1);
    }

    private static void awaitAll(CountDownLatch latch) {
        try {
            if (!latch.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("not all threads came");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_late_refusal_of_the_old_token_does_not_drop_the_new_one() {
        BearerTokens tokens = tokens(this::next).build();
        Authorization old = tokens.authorize(HttpSetup.read(), java.net.URI.create("https://x"), setup.call());
        assertThat(tokens.renewAfter(old)).isTrue();
        assertThat(tokens.token(setup.call()).reveal()).isEqualTo("token-2");
        assertThat(tokens.renewAfter(old)).isTrue();
        assertThat(tokens.token(setup.call()).reveal()).isEqualTo("token-2");
    }

    @Test
    void a_token_that_worked_for_a_while_may_be_rejected_again_without_blame() {
        BearerTokens tokens = tokens(this::next).backOff(Duration.ofMinutes(1)).build();
        for (int i = 0; i < 5; i++) {
            Authorization used = tokens.authorize(HttpSetup.read(), java.net.URI.create("https://x"), setup.call());
            assertThat(tokens.renewAfter(used)).isTrue();
            tokens.token(setup.call());
            setup.time.advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_signature_is_made_anew_for_each_attempt() {
        AtomicInteger signed = new AtomicInteger();
        try (RawServer server = new RawServer((connection, request) ->
                connection.send(RawServer.response(request.number() == 1 ? 503 : 200, "", "")))) {
            ApiClient client = setup.client(server.base())
                    .authorizer((request, uri, call) -> Authorization.of(java.util.Map.of(
                            "Authorization", "OAuth nonce=" + signed.incrementAndGet() + " " + uri.getRawQuery())))
                    .build();
            client.send(ApiRequest.get("list").path("/l").query("a", "b c").build(), setup.call());
            assertThat(server.received())
                    .extracting(TokenTest::bearer)
                    .containsExactly("OAuth nonce=1 a=b%20c", "OAuth nonce=2 a=b%20c");
        }
    }

    @Test
    void a_rejected_signature_is_final() {
        try (RawServer server = RawServer.answering(RawServer.response(401, "", ""))) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(AuthorisationException.class);
            assertThat(server.received()).hasSize(1);
        }
    }
}
