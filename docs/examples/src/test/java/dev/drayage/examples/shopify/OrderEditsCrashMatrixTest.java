package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Sync;
import dev.drayage.spi.Connector;
import dev.drayage.sync.OrderEditSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** G1 and G2 for what people change of orders in NetSuite: it is told to the shop once, and followed once. */
class OrderEditsCrashMatrixTest {
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 12);

    private static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard().followingChanges(true)),
                OrderEditSyncs.toStorefront(erp, shop));
    }

    @Test
    void G2_a_disturbance_at_any_call_leaves_both_as_an_undisturbed_run_does() {
        try (Matrix matrix = new Matrix()) {
            assertThat(matrix.undisturbed())
                    .containsEntry("sold #1001", "{MUG=5} for 115")
                    .containsEntry("sold #1002", "{MUG=1, TEE=2} for 49")
                    .containsEntry("edits", "2");
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
            world.netSuiteSettings.put("orders.allowCorrections", "true");
            world.shopSettings.put("orders.postModifications", "true");
            world.shop.stock().location("East");
            world.shop.stock().product("MUG", "Mug", "20.00");
            world.shop.stock().product("TEE", "Tee", "12.00");
            ShopOrder raised = ordered(world, NewLine.of("MUG", 2, "20.00").tax("VAT", "0.10"));
            ShopOrder longer = ordered(world, NewLine.of("MUG", 1, "20.00"));
            world.run(OrderEditsCrashMatrixTest::syncs);
            world.netSuite.clerk().changeQuantity(booked(world, raised), 1, new BigDecimal("5"));
            world.netSuite.clerk().addLine(booked(world, longer), "99", BigDecimal.valueOf(2), new BigDecimal("12.00"));
            return world;
        }

        private static ShopOrder ordered(ShopAndBooks world, NewLine line) {
            return world.shop
                    .orders()
                    .place(NewOrder.of(line)
                            .shipping("Standard", "5.00", "VAT", "0")
                            .terms(PaymentTermsTemplate.NET_30));
        }

        private static String booked(ShopAndBooks world, ShopOrder order) {
            return world.booked("salesOrder", order).get(0).id();
        }

        @Override
        ShopAndBooks books(ShopAndBooks world) {
            return world;
        }

        /** A shop that has an edit whose note is not written yet is waited for, though not for longer than half an hour. */
        @Override
        void run(ShopAndBooks world, Interposed.Tap tap) {
            world.run(OrderEditsCrashMatrixTest::syncs, tap, Duration.ofMinutes(5));
        }

        @Override
        protected Map<String, String> picture(ShopAndBooks world) {
            Map<String, String> picture = ShopPicture.of(world);
            picture.put("edits", Long.toString(world.shop.journal().count("orderEditCommit")));
            return picture;
        }
    }
}
