package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Fence;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.quota.QuotaBudget;
import dev.drayage.quota.QuotaObservation;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RateBudget;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Guarantee G8 at the wire: a process that lost its accounts to another one sends nothing more for them. */
class FenceTest {
    private static final class TakenOver extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final HttpSetup setup = new HttpSetup();
    private final AtomicBoolean taken = new AtomicBoolean();
    private final AtomicInteger asked = new AtomicInteger();

    private CallContext fenced() {
        Fence fence = () -> {
            asked.incrementAndGet();
            if (taken.get()) {
                throw new TakenOver();
            }
        };
        return setup.within(Duration.ofMinutes(10)).behind(fence);
    }

    @Test
    void G8_what_waited_for_its_quota_until_another_process_took_over_is_not_sent() {
        QuotaBudget quota = new RateBudget(
                QuotaPlan.byOperation().operation("createOrder", 0.01, 1).build(), setup.time);
        quota.acquire("createOrder", 1, setup.call()).settle(QuotaObservation.accepted());
        try (RawServer server = RawServer.answering(RawServer.response(200, "", "ok"))) {
            ApiClient client = setup.client(server.base()).quota(quota).build();
            Fence fence = () -> {
                asked.incrementAndGet();
                if (setup.time.instant().isAfter(HttpSetup.START.plusSeconds(60))) {
                    throw new TakenOver();
                }
            };
            CallContext call = setup.within(Duration.ofMinutes(10)).behind(fence);
            assertThatThrownBy(() -> client.send(HttpSetup.write(), call)).isInstanceOf(TakenOver.class);
            assertThat(server.received()).isEmpty();
            assertThat(asked.get()).as("asked all the while").isGreaterThan(60);
        }
    }

    @Test
    void G8_what_is_about_to_leave_when_another_process_took_over_is_not_sent() {
        try (RawServer server = RawServer.answering(RawServer.response(200, "", "ok"))) {
            ApiClient client = setup.client(server.base())
                    .authorizer((request, uri, call) -> {
                        taken.set(true); // while a token was fetched
                        return Authorization.of(Map.of());
                    })
                    .build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), fenced())).isInstanceOf(TakenOver.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void a_long_answer_is_waited_for_while_the_process_may_act() {
        try (RawServer server = new RawServer((connection, request) -> {
            while (asked.get() < 5) {
                Thread.onSpinWait();
            }
            connection.send(RawServer.response(200, "", "late"));
        })) {
            ApiClient client =
                    setup.client(server.base()).fenceLook(Duration.ofMillis(1)).build();
            assertThat(client.send(HttpSetup.write(), fenced()).text()).isEqualTo("late");
        }
    }

    @Test
    void a_write_under_way_when_another_process_took_over_is_an_unknown_outcome() {
        try (RawServer server = new RawServer((connection, request) -> {
            taken.set(true); // and no answer
        })) {
            ApiClient client =
                    setup.client(server.base()).fenceLook(Duration.ofMillis(1)).build();
            assertThatThrownBy(() -> client.send(HttpSetup.write(), fenced()))
                    .isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void G10_a_call_ends_at_its_limit_though_the_store_that_its_fence_asks_hangs() {
        Thread caller = Thread.currentThread();
        CountDownLatch store = new CountDownLatch(1);
        AtomicBoolean hung = new AtomicBoolean();
        AtomicBoolean answered = new AtomicBoolean();
        Fence fence = () -> {
            if (!Thread.currentThread().equals(caller)) {
                hung.set(true);
                awaitShortly(store);
                answered.set(true);
            }
        };
        try (RawServer server = new RawServer((connection, request) -> {})) {
            ApiClient client = setup.client(server.base())
                    .attemptLimit(Duration.ofMillis(400))
                    .fenceLook(Duration.ofMillis(1))
                    .build();
            CallContext call = setup.within(Duration.ofMinutes(10)).behind(fence);
            assertThatThrownBy(() -> client.send(HttpSetup.write(), call)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(hung).as("the fence was asked").isTrue();
            assertThat(answered)
                    .as("the fence had answered before the call ended")
                    .isFalse();
            assertThat(Thread.interrupted()).isFalse();
        } finally {
            store.countDown();
        }
    }

    private static void awaitShortly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS); // so that a call that waits for it fails the test instead of hanging
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
