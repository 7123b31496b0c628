package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.model.AccountId;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.BuyingCompany;
import dev.drayage.model.CustomerRefund;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.PaymentTransaction;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.CrashMatrix;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleBooks;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * G2 for everything that touches books: businesses, orders with payments, refunds and payouts, disturbed at every call of store
 * and connectors. What stands in the ERP is checked apart from how an undisturbed run went: each payment, refund and payout once.
 */
class BooksCrashMatrixTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    @Test
    void G2_every_single_disturbance_leaves_the_books_as_an_undisturbed_run_does() {
        Matrix matrix = new Matrix(false);
        assertThat(matrix.calls()).contains("RecordSink.apply", "RecordSink.verify", "Ledger.commit");
        assertThat(matrix.calls()).hasSizeGreaterThan(60);
        assertThat(matrix.undisturbed()).hasSize(16);
        assertThat(matrix.singles()).isEmpty();
        assertThat(matrix.wrong()).isEmpty();
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        Matrix matrix = new Matrix(false);
        assertThat(matrix.pairs(20261121, 200)).isEmpty();
        assertThat(matrix.wrong()).isEmpty();
    }

    @Test
    void G2_books_that_take_doubles_are_still_written_once() {
        Matrix matrix = new Matrix(true);
        assertThat(matrix.pairs(20261122, 200)).isEmpty();
        assertThat(matrix.wrong()).isEmpty();
    }

    @Test
    void G2_changes_of_what_is_booked_are_written_once_too() {
        Matrix matrix = new Changes();
        assertThat(matrix.undisturbed()).hasSize(20);
        assertThat(matrix.singles()).isEmpty();
        assertThat(matrix.wrong()).isEmpty();
    }

    /** The systems, and the one ledger between them. */
    private static final class Worlds {
        final SettableTime time = new SettableTime(START);
        final FakeWorld shop = new FakeWorld(new AccountId("shop", "S1"), time);
        final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
        final SyncStore store = new InMemorySyncStore(time);
    }

    private static class Matrix extends CrashMatrix<Worlds> {
        private static final List<String> SYNCS = List.of("companies", "orders", "refunds", "payouts");
        private static final List<RecordType<?>> TYPES = List.of(
                RecordType.CUSTOMER,
                RecordType.SALES_ORDER,
                RecordType.INVOICE,
                RecordType.CUSTOMER_DEPOSIT,
                RecordType.CUSTOMER_PAYMENT,
                RecordType.REFUND,
                RecordType.CUSTOMER_REFUND,
                RecordType.BANK_DEPOSIT,
                RecordType.JOURNAL_ENTRY);
        private final boolean doubles;
        final List<String> wrong = new ArrayList<>();

        Matrix(boolean doubles) {
            this.doubles = doubles;
        }

        /** What the books say that is not so, over all scenarios that came to rest. */
        List<String> wrong() {
            return wrong;
        }

        @Override
        protected Worlds world() {
            Worlds worlds = new Worlds();
            if (doubles) {
                pass(worlds, (call, action) -> action.run()); // a ledger that is older than the records
            }
            AccountId shop = worlds.shop.account();
            Instant at = worlds.time.instant();
            worlds.shop.put(SampleBooks.company(shop, "C1").build());
            worlds.shop.put(SampleOrders.order(shop, "A", at)
                    .addPayments(SampleBooks.payment("P1", "30.00", at), SampleBooks.payment("P2", "29.85", at))
                    .build());
            worlds.shop.put(SampleOrders.order(shop, "B", at)
                    .company(new BuyingCompany(
                            RecordRef.of(shop, RecordType.COMPANY, "C1"),
                            Optional.of(SampleBooks.locationRef(shop, "C1-main")),
                            Optional.empty()))
                    .addPayments(SampleBooks.payment("P3", "20.00", at))
                    .build());
            worlds.shop.put(SampleBooks.refund(shop, "R1", "A", at)
                    .addPayments(SampleBooks.back("T1", "10.00"), SampleBooks.back("T2", "9.95"))
                    .build());
            worlds.shop.put(SampleBooks.payout(shop, "1", "48.50", at)
                    .addEntries(SampleBooks.charge("P1", "30.00", "1.00"), SampleBooks.charge("P3", "20.00", "0.50"))
                    .build());
            worlds.shop.put(SampleBooks.payout(shop, "2", "-30.10", at)
                    .addEntries(
                            SampleBooks.charge("P2", "29.85", "0"),
                            SampleBooks.takenBack("T1", "-10.00"),
                            SampleBooks.takenBack("T2", "-9.95"),
                            SampleBooks.posting("d1", PostingCategory.DISPUTE, "CHARGEBACK_HOLD", "-40.00"))
                    .build());
            return worlds;
        }

        @Override
        protected void pass(Worlds worlds, Interposed.Tap tap) {
            worlds.time.advance(Duration.ofMinutes(7));
            Connector shop = connector(worlds.shop, tap);
            Connector erp = connector(worlds.erp, tap);
            try (SyncEngine engine = SyncEngine.builder()
                    .store(Interposed.wrap(SyncStore.class, worlds.store, tap))
                    .time(worlds.time)
                    .node("after-each-crash-the-same")
                    .startAt(START)
                    .sync(CompanySyncs.toErp(shop, erp))
                    .sync(OrderSyncs.orders(
                            "orders",
                            shop,
                            erp,
                            OrderSyncs.Options.standard()
                                    .with(OrderSyncs.CompanyCustomer.LOCATION)
                                    .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                                    .withCompanyBooking(OrderSyncs.Booking.INVOICE_AND_PAYMENTS)
                                    .followingChanges(true)))
                    .sync(RefundSyncs.toErp(shop, erp))
                    .sync(PayoutSyncs.toErp(shop, erp))
                    .build()) {
                for (String sync : SYNCS) {
                    engine.run(sync, RunBudget.minutes(5));
                    worlds.time.advance(Duration.ofMinutes(3));
                }
            }
        }

        private Connector connector(FakeWorld world, Interposed.Tap tap) {
            FakeConnector connector = new FakeConnector(world)
                    .traits(new SinkTraits(2, SinkTraits.Recovery.UNIQUE_KEY, Duration.ZERO, 2));
            if (doubles) {
                TYPES.forEach(type -> connector.fakeSink(type).allowDoubles());
            }
            return Interposed.wrap(Connector.class, connector, tap);
        }

        @Override
        protected Map<String, String> picture(Worlds worlds) {
            check(worlds);
            return new TreeMap<>(worlds.erp.picture(TYPES));
        }

        @Override
        protected boolean quiet(Worlds worlds) {
            return SYNCS.stream().allMatch(sync -> {
                Map<RecordState, Long> states = worlds.store
                        .ledger("default")
                        .countRecords(RecordQuery.builder().sync(sync).build());
                return !states.isEmpty()
                        && Set.of(RecordState.SETTLED, RecordState.SKIPPED).containsAll(states.keySet());
            });
        }

        /** What any auditor would count, without knowing how it was written. */
        private void check(Worlds worlds) {
            List<String> paid = new ArrayList<>();
            for (RecordType<?> type : List.of(RecordType.CUSTOMER_DEPOSIT, RecordType.CUSTOMER_PAYMENT)) {
                worlds.erp
                        .all(type)
                        .forEach(held -> paid.add(((PaymentTransaction) held.record())
                                .transactionId()
                                .orElse("")));
            }
            expect("payments", payments(), paid);
            expect(
                    "refunds of money",
                    List.of("T1", "T2"),
                    worlds.erp.all(RecordType.CUSTOMER_REFUND).stream()
                            .map(held ->
                                    ((CustomerRefund) held.record()).payment().transactionId())
                            .toList());
            List<String> settled = new ArrayList<>();
            BigDecimal bank = BigDecimal.ZERO;
            for (FakeWorld.Held held : worlds.erp.all(RecordType.BANK_DEPOSIT)) {
                BankDeposit deposit = (BankDeposit) held.record();
                deposit.payments().stream().map(DepositedPayment::transactionId).forEach(settled::add);
                bank = bank.add(deposit.total().amount());
            }
            for (FakeWorld.Held held : worlds.erp.all(RecordType.JOURNAL_ENTRY)) {
                for (JournalEntry.Line line : ((JournalEntry) held.record()).lines()) {
                    boolean isBank = line.account().kind() == JournalEntry.AccountName.Kind.BANK;
                    bank = bank.add(isBank ? line.amount().amount() : BigDecimal.ZERO);
                }
            }
            List<String> all = new ArrayList<>(payments());
            all.addAll(List.of("T1", "T2"));
            expect("what payouts settle", all, settled);
            expect("money at the bank", List.of(bank()), List.of(bank.toPlainString()));
            expect("credits", 1, worlds.erp.all(RecordType.REFUND).size());
            expect("invoices", 1, worlds.erp.all(RecordType.INVOICE).size());
            expect("customers", 4, worlds.erp.all(RecordType.CUSTOMER).size());
        }

        /** The ids of all payments. */
        List<String> payments() {
            return List.of("P1", "P2", "P3");
        }

        /** What all payouts come to. */
        String bank() {
            return "18.40";
        }

        void expect(String what, Object expected, Object actual) {
            Object sorted = actual instanceof List<?> list
                    ? list.stream().map(String::valueOf).sorted().toList()
                    : actual;
            if (!expected.equals(sorted)) {
                wrong.add(what + " are " + sorted + ", not " + expected);
            }
        }
    }

    /** Everything is booked; then an order loses a line and is paid on, one is called off, and a business gets a new name. */
    private static final class Changes extends Matrix {
        Changes() {
            super(false);
        }

        @Override
        protected Worlds world() {
            Worlds worlds = super.world();
            AccountId shop = worlds.shop.account();
            Instant start = worlds.time.instant();
            worlds.shop.put(SampleOrders.merchant(shop, "C", start));
            pass(worlds, (call, action) -> action.run());
            Instant at = worlds.time.instant();
            worlds.shop.put(SampleBooks.company(shop, "C1").name("Renamed").build());
            worlds.shop.put(SampleOrders.order(shop, "A", start)
                    .lines(List.of(SampleOrders.line("L1", "MUG-BLUE", 2, "39.90")))
                    .total(SampleBooks.usd("47.85"))
                    .addPayments(
                            SampleBooks.payment("P1", "30.00", start),
                            SampleBooks.payment("P2", "29.85", start),
                            SampleBooks.payment("P4", "1.00", at))
                    .build());
            worlds.shop.put(SampleOrders.order(shop, "C", start)
                    .status(OrderStatus.CANCELLED)
                    .build());
            worlds.shop.put(SampleOrders.order(shop, "D", start)
                    .status(OrderStatus.CANCELLED)
                    .build());
            worlds.shop.put(SampleBooks.payout(shop, "3", "0.90", at)
                    .addEntries(SampleBooks.charge("P4", "1.00", "0.10"))
                    .build());
            return worlds;
        }

        @Override
        protected Map<String, String> picture(Worlds worlds) {
            Map<String, String> picture = super.picture(worlds);
            long takenBack = picture.values().stream()
                    .filter(content -> content.startsWith("taken back"))
                    .count();
            expect("orders taken back", 1L, takenBack);
            picture.put(
                    "writes of order A's content",
                    String.valueOf(worlds.erp.writes().stream().anyMatch("update salesOrder of-salesOrder-A"::equals)));
            return picture;
        }

        @Override
        List<String> payments() {
            return List.of("P1", "P2", "P3", "P4");
        }

        @Override
        String bank() {
            return "19.30";
        }
    }
}
