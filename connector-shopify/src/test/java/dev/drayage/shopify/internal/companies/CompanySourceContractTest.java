package dev.drayage.shopify.internal.companies;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.Company;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.SimulatedShop;
import dev.drayage.spi.RecordSource;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import java.time.Duration;
import java.time.Instant;

class CompanySourceContractTest extends WindowSourceContract<Company> {
    @Override
    protected SourceUnderTest<Company> open() {
        return new Businesses();
    }

    private static final class Businesses implements SourceUnderTest<Company> {
        private final SimulatedShop simulated = new SimulatedShop();

        @Override
        public RecordSource<Company> connect() {
            return new CompanySource(
                    simulated.api(), SimulatedShop.ACCOUNT, new CompanyOptions("2026-10", Duration.ofMinutes(1), 2));
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
            var company = simulated.shop.companies().company("Acme", null);
            simulated.shop.companies().location(company, "Headquarters", null);
            return ref(company.number());
        }

        @Override
        public void change(RecordRef ref, Instant at) {
            passTo(at);
            simulated.shop.companies().all().stream()
                    .filter(each -> Long.toString(each.number()).equals(ref.id()))
                    .forEach(each -> simulated.shop.companies().rename(each, "Acme International"));
        }

        @Override
        public RecordRef absent() {
            return ref(99);
        }

        private RecordRef ref(long number) {
            return RecordRef.of(account(), RecordType.COMPANY, Long.toString(number));
        }

        @Override
        public void close() {
            simulated.close();
        }
    }
}
