package dev.drayage.testing;

import static dev.drayage.testing.StoreSamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.Lease;
import dev.drayage.store.Leases;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rules of leases: one holder at a time by the store's clock, and an epoch that rises with each. */
public interface LeaseRules extends StoreUnderTest {
    Duration MINUTE = Duration.ofMinutes(1);

    private Leases leases() {
        return store().leases("acme");
    }

    private Lease taken(String owner) {
        return leases().acquire("d", owner, MINUTE).orElseThrow();
    }

    @Test
    default void a_free_domain_is_taken_by_the_stores_clock() {
        assertThat(taken("one")).isEqualTo(new Lease("d", "one", 1, NOON.plus(MINUTE)));
    }

    @Test
    default void a_held_domain_is_not_given_to_another() {
        taken("one");
        leaseClock().advance(MINUTE.minusNanos(1_000));
        assertThat(leases().acquire("d", "two", MINUTE)).isEmpty();
    }

    @Test
    default void a_lease_that_ran_out_is_given_to_another_with_a_higher_epoch() {
        Lease first = taken("one");
        leaseClock().advance(MINUTE);
        Lease second = taken("two");
        assertThat(second.epoch()).isGreaterThan(first.epoch());
        assertThat(second.owner()).isEqualTo("two");
    }

    @Test
    default void an_owner_that_was_restarted_takes_its_own_lease_over_with_a_higher_epoch() {
        Lease before = taken("one");
        Lease after = taken("one");
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(leases().renew(before, MINUTE)).isEmpty();
        assertThat(leases().acquire("d", "two", MINUTE)).isEmpty();
    }

    @Test
    default void the_epoch_rises_with_each_owner_whatever_ended_the_one_before() {
        long before = 0;
        for (int i = 0; i < 6; i++) {
            Lease lease = taken("node-" + i);
            assertThat(lease.epoch()).isGreaterThan(before);
            before = lease.epoch();
            if (i % 2 == 0) {
                leases().release(lease);
            } else {
                leaseClock().advance(MINUTE);
            }
        }
    }

    @Test
    default void a_renewed_lease_keeps_its_epoch_and_lasts_longer() {
        Lease lease = taken("one");
        leaseClock().advance(Duration.ofSeconds(40));
        Lease longer = leases().renew(lease, MINUTE).orElseThrow();
        assertThat(longer)
                .isEqualTo(new Lease(
                        "d", "one", lease.epoch(), NOON.plusSeconds(40).plus(MINUTE)));
        leaseClock().advance(Duration.ofSeconds(30));
        assertThat(leases().acquire("d", "two", MINUTE)).isEmpty();
    }

    @Test
    default void a_lease_that_ran_out_is_renewed_while_nobody_took_it() {
        Lease lease = taken("one");
        leaseClock().advance(Duration.ofHours(1));
        assertThat(leases().renew(lease, MINUTE)).isPresent();
        assertThat(leases().acquire("d", "two", MINUTE)).isEmpty();
    }

    @Test
    default void a_lease_that_another_took_is_not_renewed() {
        Lease lease = taken("one");
        leaseClock().advance(MINUTE);
        taken("two");
        assertThat(leases().renew(lease, MINUTE)).isEmpty();
    }

    @Test
    default void a_released_domain_is_free_at_once_and_its_lease_is_not_renewed() {
        Lease lease = taken("one");
        leases().release(lease);
        assertThat(leases().renew(lease, MINUTE)).isEmpty();
        assertThat(taken("two").epoch()).isGreaterThan(lease.epoch());
    }

    @Test
    default void releasing_an_old_lease_does_nothing() {
        Lease old = taken("one");
        leaseClock().advance(MINUTE);
        taken("two");
        leases().release(old);
        assertThat(leases().acquire("d", "three", MINUTE)).isEmpty();
    }

    @Test
    default void unknown_leases_are_neither_renewed_nor_released() {
        Lease unknown = new Lease("nowhere", "one", 1, NOON);
        leases().release(unknown);
        assertThat(leases().renew(unknown, MINUTE)).isEmpty();
        assertThat(leases().acquire("nowhere", "two", MINUTE)).isPresent();
    }

    @Test
    default void domains_and_namespaces_are_apart() {
        taken("one");
        assertThat(leases().acquire("D", "two", MINUTE)).isPresent();
        assertThat(store().leases("other").acquire("d", "two", MINUTE)).isPresent();
    }

    @Test
    default void of_two_that_want_a_domain_at_once_one_gets_it() throws Exception {
        for (int i = 0; i < 30; i++) {
            String domain = "race-" + i % 15;
            AtomicInteger winners = new AtomicInteger();
            CommitRules.together(() -> race(domain, "one", winners), () -> race(domain, "two", winners));
            assertThat(winners).hasValue(1);
            if (i == 14) {
                leaseClock().advance(MINUTE); // the second half races for leases that ran out
            }
        }
    }

    private boolean race(String domain, String owner, AtomicInteger winners) {
        Optional<Lease> lease = leases().acquire(domain, owner, MINUTE);
        lease.ifPresent(won -> winners.incrementAndGet());
        return true;
    }
}
