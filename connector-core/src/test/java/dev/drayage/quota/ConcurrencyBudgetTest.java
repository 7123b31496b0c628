package dev.drayage.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ThrottledException;
import dev.drayage.testing.quota.SimulatedTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ConcurrencyBudgetTest {
    private final SystemTimeSource time = new SystemTimeSource();
    private final Cancellation cancellation = new Cancellation();

    private CallContext call(Duration timeout) {
        return CallContext.within(timeout, time, cancellation, Priority.ORDERS);
    }

    @Test
    void never_more_calls_run_at_once_than_there_are_slots() throws Exception {
        ConcurrencyBudget budget = new ConcurrencyBudget("account", 3, time);
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                work.add(() -> {
                    try (QuotaPermit permit = budget.acquire("suiteql", 1, call(Duration.ofSeconds(20)))) {
                        most.accumulateAndGet(running.incrementAndGet(), Math::max);
                        running.decrementAndGet();
                        permit.settle(QuotaObservation.accepted());
                    }
                    return true;
                });
            }
            for (Future<Boolean> one : threads.invokeAll(work, 20, TimeUnit.SECONDS)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most.get()).isBetween(1, 3);
        assertThat(budget.use().get(0).calls()).isEqualTo(500);
    }

    @Test
    void a_waiting_call_gets_the_slot_that_another_thread_frees() throws Exception {
        ConcurrencyBudget budget = new ConcurrencyBudget("account", 1, time);
        QuotaPermit held = budget.acquire("a", 1, call(Duration.ofSeconds(20)));
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<QuotaPermit> waiting = CompletableFuture.supplyAsync(() -> {
            begun.countDown();
            return budget.acquire("b", 1, call(Duration.ofSeconds(20)));
        });
        assertThat(begun.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(waiting).isNotDone();
        held.close();
        waiting.get(5, TimeUnit.SECONDS).close();
    }

    @Test
    void a_wait_for_a_slot_ends_with_the_deadline_and_with_a_cancel() throws Exception {
        ConcurrencyBudget budget = new ConcurrencyBudget("account", 1, time);
        QuotaPermit held = budget.acquire("a", 1, call(Duration.ofSeconds(20)));
        assertThatThrownBy(() -> budget.acquire("b", 1, call(Duration.ofMillis(150))))
                .isInstanceOf(ThrottledException.class);
        CompletableFuture<QuotaPermit> waiting =
                CompletableFuture.supplyAsync(() -> budget.acquire("b", 1, call(Duration.ofSeconds(20))));
        cancellation.cancel();
        assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS)).hasCauseInstanceOf(CancelledException.class);
        held.close();
    }

    @Test
    void a_refusal_takes_one_slot_away_and_success_brings_it_back() {
        SimulatedTime virtual = new SimulatedTime();
        ConcurrencyBudget budget = new ConcurrencyBudget("account", 2, virtual);
        CallContext call = CallContext.within(Duration.ofDays(1), virtual, cancellation, Priority.ORDERS);
        QuotaPermit first = budget.acquireNow(call).orElseThrow();
        QuotaPermit second = budget.acquireNow(call).orElseThrow();
        second.settle(QuotaObservation.refused());
        second.close();
        first.settle(QuotaObservation.accepted());
        first.close();
        virtual.sleep(Duration.ofSeconds(1));
        for (int i = 0; i < 110; i++) {
            QuotaPermit one = budget.acquireNow(call).orElseThrow();
            boolean free = budget.acquireNow(call)
                    .map(permit -> {
                        permit.close();
                        return true;
                    })
                    .orElse(false);
            assertThat(free).isEqualTo(i >= 99);
            one.settle(QuotaObservation.accepted());
            one.close();
        }
    }

    @Test
    void closing_twice_frees_one_slot() {
        ConcurrencyBudget budget = new ConcurrencyBudget("account", 1, time);
        QuotaPermit permit = budget.acquire("a", 1, call(Duration.ofSeconds(1)));
        permit.close();
        permit.close();
        assertThat(budget.acquireNow(call(Duration.ofSeconds(1)))).isPresent();
        assertThat(budget.acquireNow(call(Duration.ofSeconds(1)))).isEmpty();
    }
}
