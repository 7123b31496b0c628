package dev.drayage.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.quota.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateBudgetTest {
    private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final SettableTime time = new SettableTime(START);
    private final Cancellation cancellation = new Cancellation();

    private RateBudget budget(double rate, double burst) {
        return new RateBudget(
                QuotaPlan.byOperation().operation("op", rate, burst).build(), time);
    }

    private CallContext call(Duration timeout) {
        return CallContext.within(timeout, time, cancellation, Priority.ORDERS);
    }

    private static void spend(QuotaBudget budget, String operation, int cost, CallContext call) {
        try (QuotaPermit permit = budget.acquire(operation, cost, call)) {
            permit.settle(QuotaObservation.accepted());
        }
    }

    private Duration passed() {
        return Duration.between(START, time.instant());
    }

    @Test
    void a_full_burst_goes_out_at_once_after_idleness_and_then_the_rate_holds() {
        RateBudget budget = budget(0.5, 30);
        for (int i = 0; i < 30; i++) {
            spend(budget, "op", 1, call(Duration.ofHours(1)));
        }
        assertThat(passed()).isZero();
        spend(budget, "op", 1, call(Duration.ofHours(1)));
        assertThat(passed()).isEqualTo(Duration.ofSeconds(2));
        time.advance(Duration.ofHours(1));
        for (int i = 0; i < 30; i++) {
            spend(budget, "op", 1, call(Duration.ofHours(1)));
        }
        assertThat(passed()).isEqualTo(Duration.ofHours(1).plusSeconds(2));
    }

    @Test
    void a_dear_call_waits_for_its_whole_cost() {
        RateBudget budget = new RateBudget(QuotaPlan.shared("shop", RatePlan.bucket(100, 2000)), time);
        spend(budget, "a", 2000, call(Duration.ofHours(1)));
        spend(budget, "b", 835, call(Duration.ofHours(1)));
        assertThat(passed()).isBetween(Duration.ofMillis(8350), Duration.ofMillis(8351));
    }

    @Test
    void what_a_call_did_not_take_comes_back() {
        RateBudget budget = new RateBudget(QuotaPlan.shared("shop", RatePlan.bucket(1, 100)), time);
        try (QuotaPermit permit = budget.acquire("a", 100, call(Duration.ofHours(1)))) {
            permit.settle(QuotaObservation.accepted().withCost(10));
        }
        spend(budget, "a", 90, call(Duration.ofHours(1)));
        assertThat(passed()).isZero();
    }

    @Test
    void a_permit_that_is_closed_without_a_call_is_given_back() {
        RateBudget budget = budget(0.001, 1);
        for (int i = 0; i < 100; i++) {
            budget.acquire("op", 1, call(Duration.ofMinutes(1))).close();
        }
        assertThat(passed()).isZero();
        assertThat(budget.use().get(0).calls()).isZero();
    }

    @Test
    void a_permit_that_cannot_come_before_the_deadline_is_refused_at_once_with_the_time_it_could() {
        RateBudget budget = budget(0.01, 1);
        spend(budget, "op", 1, call(Duration.ofMinutes(1)));
        assertThatThrownBy(() -> budget.acquire("op", 1, call(Duration.ofSeconds(99))))
                .isInstanceOfSatisfying(
                        ThrottledException.class, e -> assertThat(e.notBefore()).isEqualTo(START.plusSeconds(100)));
        assertThat(passed()).isZero();
    }

    @Test
    void a_passed_deadline_and_a_cancel_are_told_apart() {
        RateBudget budget = budget(1, 1);
        assertThatThrownBy(() -> budget.acquire("op", 1, call(Duration.ZERO)))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.DEADLINE_PASSED));
        cancellation.cancel();
        assertThatThrownBy(() -> budget.acquire("op", 1, call(Duration.ofMinutes(1))))
                .isInstanceOf(CancelledException.class);
    }

    @Test
    void a_cancel_ends_a_wait_soon_and_takes_nothing() {
        SimulatedTime diary = new SimulatedTime();
        RateBudget budget =
                new RateBudget(QuotaPlan.byOperation().operation("op", 0.001, 1).build(), diary);
        CallContext first = CallContext.within(Duration.ofDays(1), diary, new Cancellation(), Priority.ORDERS);
        CallContext second = CallContext.within(Duration.ofDays(1), diary, cancellation, Priority.ORDERS);
        spend(budget, "op", 1, first);
        diary.in(7, cancellation::cancel);
        assertThatThrownBy(() -> budget.acquire("op", 1, second)).isInstanceOf(CancelledException.class);
        assertThat(diary.seconds()).isBetween(7.0, 7.2);
        spend(budget, "op", 1, first);
        assertThat(diary.seconds()).isBetween(999.9, 1000.5);
    }

    @Test
    void an_interrupt_counts_as_a_cancel_and_stays_visible() {
        RateBudget budget = new RateBudget(
                QuotaPlan.byOperation().operation("op", 0.01, 1).build(), new dev.drayage.call.SystemTimeSource());
        CallContext call = CallContext.within(
                Duration.ofHours(1), new dev.drayage.call.SystemTimeSource(), cancellation, Priority.ORDERS);
        spend(budget, "op", 1, call);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> budget.acquire("op", 1, call)).isInstanceOf(CancelledException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    /** What processes of one account share. */
    private static class Notes implements QuotaMemory {
        final Map<String, String> levels = new ConcurrentHashMap<>();
        int writes;

        @Override
        public Optional<String> read(String bucket) {
            return Optional.ofNullable(levels.get(bucket));
        }

        @Override
        public synchronized boolean replace(String bucket, Optional<String> expected, String level) {
            if (!read(bucket).equals(expected)) {
                return false;
            }
            writes++;
            levels.put(bucket, level);
            return true;
        }
    }

    private final Notes notes = new Notes();

    private RateBudget process(double rate, double burst) {
        return new RateBudget(
                QuotaPlan.byOperation().operation("op", rate, burst).build(), time, notes);
    }

    @Test
    void a_restart_does_not_burn_the_burst_again() {
        RateBudget before = process(0.0056, 20);
        for (int i = 0; i < 20; i++) {
            spend(before, "op", 1, call(Duration.ofHours(1)));
        }
        time.advance(Duration.ofSeconds(60));

        RateBudget after = process(0.0056, 20);
        spend(after, "op", 1, call(Duration.ofHours(1)));
        assertThat(passed()).isBetween(Duration.ofSeconds(178), Duration.ofSeconds(180));
        assertThatThrownBy(() -> after.acquire("op", 1, call(Duration.ofSeconds(100))))
                .isInstanceOf(ThrottledException.class);
    }

    @Test
    void a_process_that_gets_an_account_back_learns_what_another_one_spent_meanwhile() {
        RateBudget one = process(0.01, 10);
        RateBudget other = process(0.01, 10);
        spend(one, "op", 1, call(Duration.ofHours(1)));
        for (int i = 0; i < 9; i++) {
            spend(other, "op", 1, call(Duration.ofHours(1)));
        }
        assertThatThrownBy(() -> one.acquire("op", 1, call(Duration.ofSeconds(98))))
                .isInstanceOf(ThrottledException.class);
        spend(one, "op", 1, call(Duration.ofHours(1)));
        assertThat(passed()).isBetween(Duration.ofSeconds(98), Duration.ofSeconds(102));
    }

    @Test
    void a_quick_bucket_is_written_once_a_second_and_not_for_each_call() {
        RateBudget budget = process(5, 10);
        for (int i = 0; i < 500; i++) {
            spend(budget, "op", 1, call(Duration.ofHours(1)));
        }
        assertThat(passed()).isBetween(Duration.ofSeconds(97), Duration.ofSeconds(99));
        assertThat(notes.writes).isBetween(80, 105);
    }

    @Test
    void a_level_of_an_older_version_is_read_and_one_that_cannot_be_read_is_an_empty_bucket() {
        notes.levels.put("op", "2.0@2026-11-19T23:59:50Z");
        spend(process(0.1, 3), "op", 3, call(Duration.ofMinutes(1)));
        assertThat(passed()).isLessThan(Duration.ofMillis(1));
        for (String text : List.of("x@y", "1", "NaN@2026-11-20T00:00:00Z*1", "1@2026-11-20T00:00:00Z*0", "")) {
            notes.levels.put("op", text);
            assertThatThrownBy(() -> process(0.1, 3).acquire("op", 1, call(Duration.ofSeconds(9))))
                    .as(text)
                    .isInstanceOf(ThrottledException.class);
        }
    }

    @Test
    void a_memory_that_fails_fails_the_call_and_takes_nothing() {
        RateBudget budget =
                new RateBudget(QuotaPlan.byOperation().operation("op", 0.01, 1).build(), time, new QuotaMemory() {
                    private int failures = 2;

                    @Override
                    public Optional<String> read(String bucket) {
                        return notes.read(bucket);
                    }

                    @Override
                    public boolean replace(String bucket, Optional<String> expected, String level) {
                        if (failures-- > 0) {
                            throw new StoreException("the disk is full", null);
                        }
                        return notes.replace(bucket, expected, level);
                    }
                });
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> budget.acquire("op", 1, call(Duration.ofMinutes(1))))
                    .isInstanceOf(StoreException.class);
        }
        spend(budget, "op", 1, call(Duration.ofMinutes(1)));
        assertThat(passed()).isZero();
    }

    @Test
    void the_pause_that_a_refusal_asks_for_is_kept() {
        RateBudget budget = budget(5, 10);
        try (QuotaPermit permit = budget.acquire("op", 1, call(Duration.ofMinutes(5)))) {
            permit.settle(QuotaObservation.refused().withRetryAfter(Duration.ofSeconds(42)));
        }
        spend(budget, "op", 1, call(Duration.ofMinutes(5)));
        assertThat(passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(42));
    }

    @Test
    void a_stated_rate_replaces_the_planned_one() {
        RateBudget budget = budget(1, 1);
        try (QuotaPermit permit = budget.acquire("op", 1, call(Duration.ofMinutes(5)))) {
            permit.settle(QuotaObservation.accepted().withRate(0.1));
        }
        spend(budget, "op", 1, call(Duration.ofMinutes(5)));
        assertThat(passed()).isBetween(Duration.ofSeconds(10), Duration.ofMillis(10_300));
    }

    @Test
    void catalog_work_leaves_a_tenth_of_a_bucket_to_orders() {
        RateBudget budget = budget(0.001, 20);
        CallContext backfill = call(Duration.ofMinutes(1)).at(Priority.BACKFILL);
        for (int i = 0; i < 18; i++) {
            spend(budget, "op", 1, backfill);
        }
        assertThatThrownBy(() -> budget.acquire("op", 1, backfill)).isInstanceOf(ThrottledException.class);
        spend(budget, "op", 1, call(Duration.ofMinutes(1)));
        spend(budget, "op", 1, call(Duration.ofMinutes(1)));
        assertThat(passed()).isZero();
    }

    @Test
    void the_urgent_go_first_and_every_eighth_turn_goes_to_the_one_that_waits_longest() {
        WaitingLine line = new WaitingLine();
        WaitingLine.Turn backfill = line.join(Priority.BACKFILL, 1);
        for (int served = 0; served < 7; served++) {
            WaitingLine.Turn order = line.join(Priority.ORDERS, 1);
            WaitingLine.Turn person = line.join(Priority.INTERACTIVE, 1);
            assertThat(line.isNext(person)).isTrue();
            line.leave(person);
            assertThat(line.isNext(order)).isTrue();
            assertThat(line.isNext(backfill)).isFalse();
            line.served(order);
        }
        line.join(Priority.ORDERS, 1);
        assertThat(line.isNext(backfill)).isTrue();
    }

    @Test
    void an_unknown_operation_is_granted_unless_the_plan_has_a_default() {
        RateBudget open = budget(1, 1);
        for (int i = 0; i < 10; i++) {
            spend(open, "other", 1, call(Duration.ofSeconds(1)));
        }
        RateBudget closed = new RateBudget(
                QuotaPlan.byOperation().others(RatePlan.bucket(0.001, 1)).build(), time);
        spend(closed, "a", 1, call(Duration.ofSeconds(1)));
        spend(closed, "b", 1, call(Duration.ofSeconds(1)));
        assertThatThrownBy(() -> closed.acquire("a", 1, call(Duration.ofSeconds(1))))
                .isInstanceOf(ThrottledException.class);
    }

    @Test
    void many_threads_in_virtual_time_neither_block_each_other_nor_exceed_the_rate() throws Exception {
        RateBudget budget = budget(10, 5);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Priority priority = i % 3 == 0 ? Priority.BACKFILL : Priority.ORDERS;
                work.add(() -> {
                    spend(budget, "op", 1, call(Duration.ofDays(1)).at(priority));
                    return true;
                });
            }
            for (Future<Boolean> one : threads.invokeAll(work, 30, TimeUnit.SECONDS)) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(passed()).isGreaterThanOrEqualTo(Duration.ofMillis(19_400));
        assertThat(budget.use().get(0).calls()).isEqualTo(200);
    }

    /** The first caller learns its level; the second, for which there is room too, waits for it. */
    @Test
    void who_waits_for_another_thread_alone_waits_for_no_time() {
        CompletableFuture<RateBudget> made = new CompletableFuture<>();
        FutureTask<Boolean> second =
                new FutureTask<>(() -> spend(made.join(), "op", 1, call(Duration.ofSeconds(1))), true);
        Notes slow = new Notes() {
            @Override
            public Optional<String> read(String bucket) {
                Thread caller = new Thread(second);
                caller.start();
                while (caller.getState() != Thread.State.TIMED_WAITING && caller.isAlive()) {
                    Thread.onSpinWait();
                }
                return super.read(bucket);
            }
        };
        RateBudget budget =
                new RateBudget(QuotaPlan.byOperation().operation("op", 0.01, 20).build(), time, slow);
        made.complete(budget);

        spend(budget, "op", 1, call(Duration.ofSeconds(1)));

        assertThat(second).succeedsWithin(Duration.ofSeconds(20));
        assertThat(passed()).isZero();
    }
}
