package dev.drayage.shopify.internal.payouts;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.Payout;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testing.SourceContract;
import dev.drayage.testing.SourceUnderTest;
import java.time.Duration;
import java.time.Instant;

/**
 * The contract of sources. That of windows has a rule which no payout can keep, because Shopify does not tell when one changed;
 * {@link PayoutSourceTest} holds its other rules.
 */
class PayoutSourceContractTest extends SourceContract<Payout> {
    @Override
    protected SourceUnderTest<Payout> open() {
        return new Bank();
    }

    @Override
    protected Slice everything() {
        return new Slice.Window(at(-1), at(2 * SEEDED));
    }

    private static final class Bank implements SourceUnderTest<Payout> {
        private final SimulatedShop simulated = new SimulatedShop();

        @Override
        public RecordSource<Payout> connect() {
            return new PayoutSource(
                    simulated.api(),
                    SimulatedShop.ACCOUNT,
                    new PayoutOptions("2026-10", Duration.ofMinutes(1), Duration.ofDays(14), 2));
        }

        @Override
        public AccountId account() {
            return SimulatedShop.ACCOUNT;
        }

        @Override
        public CallContext call() {
            return simulated.call();
        }

        @Override
        public Instant start() {
            return SimulatedShop.START.plusSeconds(60);
        }

        @Override
        public void passTo(Instant instant) {
            simulated.time.advanceTo(instant);
        }

        @Override
        public RecordRef seed(Instant at) {
            passTo(at);
            simulated.shop.payments().row("ADJUSTMENT", "25.00", "0.00", "goodwill");
            return ref(simulated.shop.payments().closePayout().number());
        }

        @Override
        public void change(RecordRef ref, Instant at) {
            passTo(at);
            simulated.shop.payments().payouts().stream()
                    .filter(each -> Long.toString(each.number()).equals(ref.id()))
                    .forEach(each ->
                            simulated.shop.payments().settle(each, dev.drayage.testkit.shopify.Payout.Status.PAID));
        }

        @Override
        public RecordRef absent() {
            return ref(99);
        }

        private RecordRef ref(long number) {
            return RecordRef.of(account(), RecordType.PAYOUT, Long.toString(number));
        }

        @Override
        public void close() {
            simulated.close();
        }
    }
}
