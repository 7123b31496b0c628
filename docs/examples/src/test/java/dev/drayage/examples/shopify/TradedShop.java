package dev.drayage.examples.shopify;

import dev.drayage.engine.Sync;
import dev.drayage.spi.Connector;
import dev.drayage.sync.PaymentSyncs;
import dev.drayage.testkit.shopify.Discount;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.PaymentTermsTemplate;
import dev.drayage.testkit.shopify.Payout;
import dev.drayage.testkit.shopify.RefundDraft;
import dev.drayage.testkit.shopify.ShopOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A shop and its books after some days of trade: discounts, taxes, tips, gift cards, a business on terms, edits, refunds, parcels,
 * stock and a payout, all of it booked. Public for the tests of other packages, which only read.
 */
public final class TradedShop implements AutoCloseable {
    private final TradingPlace place = TradingPlace.open();
    private final UnaryOperator<Connector> witness;

    private TradedShop(UnaryOperator<Connector> witness) {
        this.witness = witness;
    }

    /** The shop after its trade; every account that books it goes through {@code witness}. */
    public static TradedShop open(UnaryOperator<Connector> witness) {
        TradedShop shop = new TradedShop(witness);
        shop.trade();
        return shop;
    }

    /** What runs between shop and books. */
    public static List<Sync<?>> syncs(Connector shop, Connector erp) {
        List<Sync<?>> all = new ArrayList<>(TradingPlace.syncs(shop, erp));
        all.add(PaymentSyncs.toStorefront(erp, shop));
        all.add(PaymentSyncs.depositsToStorefront(erp, shop));
        return all;
    }

    /** The instant at which the shop stands. */
    public Instant now() {
        return place.world.time.instant();
    }

    /** Before anything was sold. */
    public static Instant goLive() {
        return ShopAndBooks.GO_LIVE;
    }

    /** Flat settings of the shop. */
    public Map<String, String> shopSettings() {
        return Map.copyOf(place.world.shopSettings);
    }

    /** Flat settings of the books. */
    public Map<String, String> netSuiteSettings() {
        return Map.copyOf(place.world.netSuiteSettings);
    }

    @Override
    public void close() {
        place.close();
    }

    private void trade() {
        var orders = place.world.shop.orders();
        ShopOrder mixed = orders.placePaid(NewOrder.of(
                        NewLine.of("MUG", 3, "20.00").tax("State", "0.0725").from(place.east),
                        NewLine.of("TEE", 2, "12.50").tax("State", "0.0725").remittedTax("City", "0.01"))
                .shipping("Standard", "5.00", "State", "0.0725")
                .discount(Discount.code("TEN", "10"))
                .tip("3.00"));
        orders.placePaid(NewOrder.of(
                        NewLine.of("GIFT", 1, "50.00").giftCard(),
                        NewLine.of("MUG", 1, "20.00").from(place.east))
                .taxesIncluded()
                .shipping("Standard", "4.00", "VAT", "0.2"));
        orders.placePaid(NewOrder.of(NewLine.of("MUG", 2, "20.00").from(place.east))
                .paidIn("CAD", "1.37")
                .fee("Recycling", "1.25")
                .discount(Discount.automatic("Autumn", "5.00")));
        ShopOrder reduced = orders.placePaid(place.mugs(3));
        var company = place.world.shop.companies().company("Glenrock", "NS-12");
        var where = place.world.shop.companies().location(company, "Fallon", null);
        place.world.shop.companies().terms(where, PaymentTermsTemplate.NET_30);
        var who = place.world.shop.companies().contact(company, "Alan", "Rath", "alan@glenrock.example");
        ShopOrder onTerms =
                orders.place(NewOrder.of(NewLine.of("MUG", 10, "18.00").from(place.east))
                        .company(where, who)
                        .terms(PaymentTermsTemplate.NET_30)
                        .poNumber("PO-77"));
        run();
        run();
        orders.refund(
                reduced,
                RefundDraft.empty()
                        .cancelled(reduced.lines().get(0), 1, place.east)
                        .paidBack());
        if (!place.world.booked("salesOrder", mixed).isEmpty()) {
            place.ships(mixed, 2, "1Z1");
        }
        if (!place.world.booked("salesOrder", reduced).isEmpty()) {
            place.ships(reduced, 1, "1Z2");
        }
        run();
        orders.refund(
                mixed,
                RefundDraft.empty()
                        .returned(mixed.lines().get(0), 1, place.east)
                        .allShipping()
                        .paidBack());
        place.world.netSuite.clerk().countStock("98", "6", new BigDecimal("41"), BigDecimal.ZERO);
        invoice(onTerms);
        run();
        Payout payout = place.world.shop.payments().closePayout();
        place.world.shop.payments().settle(payout, Payout.Status.PAID);
        run();
        run();
    }

    private void invoice(ShopOrder order) {
        place.world.booked("salesOrder", order).forEach(booked -> {
            place.world.netSuite.bookkeeper().enterDeposit(booked.id(), new BigDecimal("33.33"));
            String invoice = place.world.netSuite.clerk().invoice(booked.id(), "{}");
            place.world.netSuite.bookkeeper().enterPayment(invoice, new BigDecimal("44.44"));
        });
    }

    private void run() {
        place.world.run((shop, erp) -> syncs(witness.apply(shop), witness.apply(erp)));
    }
}
