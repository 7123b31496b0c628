package dev.drayage.shopify.internal;

import static dev.drayage.shopify.internal.SimulatedShop.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Outcome;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncEngine;
import dev.drayage.engine.Translated;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.Customer;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.PayoutSyncs;
import dev.drayage.sync.RefundSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.OrderPayment;
import dev.drayage.testkit.shopify.OrderRefund;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the standard syncs make of what a shop shows. */
class StandardSyncsTest {
    private final SimulatedShop simulated = new SimulatedShop();
    private final Connector shop = simulated.open(simulated.settings());
    private final FakeWorld books = new FakeWorld(new AccountId("books", "acme"), simulated.time);
    private final FakeConnector erp = new FakeConnector(books);
    private final InMemorySyncStore store = new InMemorySyncStore(simulated.time);

    @AfterEach
    void close() {
        assertThat(simulated.shop.traffic().violations()).isEmpty();
        shop.close();
        simulated.close();
    }

    private RunReport run(Sync<?> sync) {
        simulated.pass(Duration.ofMinutes(3));
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(simulated.time)
                .startAt(START.minus(Duration.ofDays(1)))
                .sync(sync)
                .build()) {
            RunReport report = engine.run(sync.name(), RunBudget.minutes(60));
            assertThat(report.ending()).as(report.summary()).isEqualTo(RunReport.Ending.CAUGHT_UP);
            assertThat(report.count(Outcome.PARKED)).as(report.summary()).isZero();
            return report;
        }
    }

    private ShopOrder sold() {
        return simulated
                .shop
                .orders()
                .placePaid(NewOrder.of(NewLine.of("SHIRT-1", 2, "25.00").tax("VAT", "0.1")));
    }

    /** What a sync makes of the only record that the shop shows. */
    private <T extends CommerceRecord> Translated translated(Sync<T> sync) {
        List<Change<T>> changes = simulated.all(sync.source(), START, START.plus(Duration.ofDays(10)));
        assertThat(changes).hasSize(1);
        return sync.translation().translate(SimulatedShop.record(changes.get(0)));
    }

    private static List<Effect<?>> effects(Translated translated) {
        assertThat(translated).isInstanceOf(Translated.Effects.class);
        return ((Translated.Effects) translated).effects();
    }

    @Test
    void a_payout_becomes_a_deposit_when_it_is_paid_however_late() {
        Sync<dev.drayage.model.Payout> payouts = PayoutSyncs.toErp(shop, erp);
        ShopOrder order = sold();
        simulated.shop.orders().refund(order, RefundDraft.empty().money("10.00"));
        simulated.shop.payments().row("SHIPPING_LABEL", "-4.20", "0.00", "");
        Payout payout = simulated.shop.payments().closePayout();
        assertThat(translated(payouts)).isInstanceOf(Translated.Skip.class);

        simulated.pass(Duration.ofDays(3));
        simulated.shop.payments().settle(payout, Payout.Status.PAID);

        assertThat(effects(translated(payouts))).singleElement().satisfies(effect -> {
            BankDeposit deposit = (BankDeposit) effect.record();
            assertThat(deposit.total().amount()).isEqualByComparingTo(payout.net());
            assertThat(deposit.payments()).hasSize(2);
        });
        simulated.shop.payments().settle(payout, Payout.Status.FAILED);
        assertThat(translated(payouts)).isInstanceOf(Translated.Withdraw.class);
    }

    @Test
    void a_payout_that_takes_money_is_a_deposit_of_nothing_and_a_journal_entry() {
        simulated.shop.payments().row("DISPUTE_WITHDRAWAL", "-50.00", "15.00", "chargeback");
        simulated.shop.payments().settle(simulated.shop.payments().closePayout(), Payout.Status.PAID);

        assertThat(effects(translated(PayoutSyncs.toErp(shop, erp))))
                .extracting(effect -> effect.type().name())
                .containsExactly("bankDeposit", "journalEntry");
    }

    @Test
    void a_refund_waits_for_its_money_and_is_a_credit_with_it_when_it_settles() {
        Sync<Refund> refunds = RefundSyncs.toErp(shop, erp);
        ShopOrder order = sold();
        OrderRefund refund = simulated
                .shop
                .orders()
                .refund(
                        order,
                        RefundDraft.empty()
                                .line(order.lines().get(0), 1)
                                .money("20.00")
                                .pending());
        assertThat(translated(refunds))
                .isInstanceOfSatisfying(
                        Translated.Hold.class,
                        held -> assertThat(held.reason().code()).isEqualTo(ErrorCode.WAITING_FOR_RECORD));

        simulated.pass(Duration.ofHours(2));
        simulated.shop.orders().decide(order, refund.payments().get(0), OrderPayment.Status.SUCCESS);

        assertThat(effects(translated(refunds)))
                .extracting(effect -> effect.type().name())
                .containsExactly("refund", "customerRefund");
    }

    @Test
    void units_that_were_taken_out_without_money_are_credited_to_nobody() {
        ShopOrder order = sold();
        simulated
                .shop
                .orders()
                .refund(order, RefundDraft.empty().line(order.lines().get(0), 1));

        assertThat(run(RefundSyncs.toErp(shop, erp)).count(Outcome.SKIPPED)).isEqualTo(1);
        assertThat(books.writes()).isEmpty();
    }

    @Test
    void a_company_and_its_places_and_people_become_customers_and_follow_a_change_of_a_place() {
        Sync<?> companies = CompanySyncs.toErp(shop, erp);
        var acme = simulated.shop.companies().company("Acme", "NS-1");
        var main = simulated.shop.companies().location(acme, "Headquarters", null);
        simulated.shop.companies().contact(acme, "Ada", "Example", "ada@acme.example.com");
        run(companies);
        assertThat(books.all(RecordType.CUSTOMER)).hasSize(3);

        simulated.pass(Duration.ofHours(2));
        simulated.shop.companies().terms(main, PaymentTermsTemplate.NET_30);
        run(companies);

        assertThat(books.all(RecordType.CUSTOMER))
                .hasSize(3)
                .extracting(held -> (Customer) held.record())
                .filteredOn(customer -> customer.name().equals("Acme"))
                .singleElement()
                .satisfies(customer ->
                        assertThat(customer.terms().orElseThrow().key()).isEqualTo("net-30"));
    }
}
