package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Sync;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PaymentSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G1 and G2 for money that people book in NetSuite, beside orders that are invoiced at once. */
class PaymentsCrashMatrixTest {
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 12);

    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard().with(OrderSyncs.Booking.INVOICE_AND_PAYMENTS)),
                PaymentSyncs.toStorefront(erp, shop),
                PaymentSyncs.depositsToStorefront(erp, shop));
    }

    @Test
    void G2_a_disturbance_at_any_call_leaves_both_as_an_undisturbed_run_does() {
        try (Matrix matrix = new Matrix()) {
            assertThat(matrix.undisturbed())
                    .containsEntry("paid #1001", "[SALE Booked in NetSuite 33.33]")
                    .containsEntry("paid #1002", "[SALE Booked in NetSuite 60]");
            assertThat(matrix.crashes()).isEmpty();
        }
    }

    @Test
    void G2_pairs_of_disturbances_too() {
        System.out.println("seed " + ShopMatrix.SEED);
        try (Matrix matrix = new Matrix()) {
            assertThat(matrix.pairs(ShopMatrix.SEED, PAIRS)).isEmpty();
        }
    }

    private static final class Matrix extends ShopMatrix<ShopAndBooks> {
        @Override
        ShopAndBooks happened() {
            ShopAndBooks world = ShopAndBooks.open();
            ShopOrder invoiced = onTerms(world, 5);
            ShopOrder onAccount = onTerms(world, 3);
            world.run(PaymentsCrashMatrixTest::syncs);
            world.netSuite.bookkeeper().enterPayment(invoice(world, invoiced), new BigDecimal("33.33"));
            world.netSuite
                    .bookkeeper()
                    .enterDeposit(world.booked("salesOrder", onAccount).get(0).id(), new BigDecimal("60.00"));
            world.shop.orders().placePaid(NewOrder.of(NewLine.of("MUG", 1, "20.00")));
            return world;
        }

        private static ShopOrder onTerms(ShopAndBooks world, int mugs) {
            return world.shop
                    .orders()
                    .place(NewOrder.of(NewLine.of("MUG", mugs, "20.00")).terms(PaymentTermsTemplate.NET_30));
        }

        private static String invoice(ShopAndBooks world, ShopOrder order) {
            return world.booked("invoice", order).get(0).id();
        }

        @Override
        ShopAndBooks books(ShopAndBooks world) {
            return world;
        }

        @Override
        void run(ShopAndBooks world, Interposed.Tap tap) {
            world.run(PaymentsCrashMatrixTest::syncs, tap);
        }

        @Override
        protected Map<String, String> picture(ShopAndBooks world) {
            return ShopPicture.of(world);
        }
    }
}
