package dev.drayage.examples.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.store.RecordQuery;
import dev.drayage.store.RecordState;
import dev.drayage.testing.CrashMatrix;
import dev.drayage.testing.Interposed;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** G1 and G2 between a shop and the books: whatever call the syncs die at, both end as without the death. */
class ShopCrashMatrixTest {
    private static final long SEED = ShopMatrix.SEED;
    private static final int PAIRS = Integer.getInteger("drayage.pairs", 120);

    private final List<TradingPlace> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(TradingPlace::close);
    }

    @Test
    void G2_pairs_of_disturbances_leave_shop_and_books_as_an_undisturbed_run_does() {
        System.out.println("seed " + SEED);
        Matrix matrix = new Matrix();
        Map<String, String> undisturbed = matrix.undisturbed();
        assertThat(undisturbed.keySet())
                .anyMatch(key -> key.startsWith("customerRefund"))
                .anyMatch(key -> key.startsWith("deposit"))
                .anyMatch(key -> key.startsWith("shipped"))
                .anyMatch(key -> key.startsWith("stock"));
        assertThat(matrix.pairs(SEED, PAIRS)).isEmpty();
    }

    private final class Matrix extends CrashMatrix<TradingPlace> {
        @Override
        protected TradingPlace world() {
            opened.forEach(TradingPlace::close);
            opened.clear();
            TradingPlace place = TradingPlace.open();
            opened.add(place);
            happened(place);
            return place;
        }

        @Override
        protected void pass(TradingPlace place, Interposed.Tap tap) {
            place.world.run(TradingPlace::syncs, tap);
        }

        @Override
        protected Map<String, String> picture(TradingPlace place) {
            Map<String, String> picture = ShopPicture.of(place.world);
            picture.put("stock", Integer.toString(place.level.quantity("available")));
            return picture;
        }

        @Override
        protected boolean quiet(TradingPlace place) {
            Map<RecordState, Long> states = place.world
                    .store
                    .ledger("default")
                    .countRecords(RecordQuery.builder().build());
            return states.keySet().stream()
                    .allMatch(state -> state == RecordState.SETTLED || state == RecordState.SKIPPED);
        }
    }

    /** Orders that are in the books already and go on, and orders that are new. */
    private static void happened(TradingPlace place) {
        var orders = place.world.shop.orders();
        ShopOrder shipping = orders.placePaid(place.mugs(3));
        ShopOrder reduced = orders.placePaid(place.mugs(2));
        ShopOrder edited = orders.placePaid(place.mugs(4));
        ShopOrder cancelled = orders.placePaid(place.mugs(1));
        place.run();
        place.ships(shipping, 2, "1Z1");
        orders.refund(
                reduced,
                RefundDraft.empty()
                        .cancelled(reduced.lines().get(0), 1, place.east)
                        .paidBack());
        orders.edit(edited, edited.lines().get(0), 3);
        orders.cancel(cancelled, true);
        Payout payout = place.world.shop.payments().closePayout();
        place.world.shop.payments().settle(payout, Payout.Status.PAID);
        orders.placePaid(place.mugs(5));
        var company = place.world.shop.companies().company("Glenrock", null);
        var where = place.world.shop.companies().location(company, "Fallon", null);
        var who = place.world.shop.companies().contact(company, "Alan", "Rath", "alan@glenrock.example");
        orders.place(NewOrder.of(NewLine.of("MUG", 10, "18.00").from(place.east))
                .company(where, who)
                .terms(PaymentTermsTemplate.NET_30));
        place.world.netSuite.clerk().countStock("98", "6", new BigDecimal("41"), BigDecimal.ZERO);
    }
}
