package dev.drayage.examples.quickstart;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.model.InventoryLevel;
import dev.drayage.spi.Connector;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderEditSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.OversellGuard;
import dev.drayage.sync.PaymentSyncs;
import dev.drayage.sync.PayoutSyncs;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.sync.RefundSyncs;
import java.util.List;

/** Everything between a shop and NetSuite, for consumers and businesses. This is what a host writes. */
final class ShopSyncs {
    /** The shop's orders into NetSuite. */
    static final String ORDERS = "shop-orders";
    /** NetSuite's stock to the shop, place by place. */
    static final String STOCK = "shop-stock";
    /** NetSuite's stock to Amazon, one number. */
    static final String AMAZON_STOCK = "amazon-stock";
    /** All of them, in the order in which a round runs them. */
    static final List<String> NAMES = List.of(
            "shop-companies",
            ORDERS,
            "shop-edits",
            "shop-shipments",
            "shop-payments",
            "shop-deposits",
            "shop-refunds",
            "shop-payouts",
            STOCK,
            AMAZON_STOCK);

    private ShopSyncs() {}

    /** Between the shop and NetSuite, both ways; {@code guard} takes off the stock what is sold and not in NetSuite yet. */
    static List<Sync<?>> of(Connector netsuite, Connector shop, OversellGuard guard) {
        SyncPolicy money = SyncPolicy.defaults(Priority.ORDERS);
        return List.of(
                CompanySyncs.toErp("shop-companies", shop, netsuite, CompanySyncs.Options.standard()),
                OrderSyncs.orders(
                        ORDERS,
                        guard.watching(shop),
                        netsuite,
                        OrderSyncs.Options.standard()
                                .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                                .with(OrderSyncs.CompanyCustomer.LOCATION)
                                .followingChanges(true)),
                OrderEditSyncs.toStorefront("shop-edits", netsuite, shop, money),
                FulfillmentSyncs.toStorefront(
                        "shop-shipments",
                        netsuite,
                        shop,
                        FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false)),
                PaymentSyncs.payments("shop-payments", netsuite, shop, money),
                PaymentSyncs.deposits("shop-deposits", netsuite, shop, money),
                RefundSyncs.toErp("shop-refunds", shop, netsuite, RefundSyncs.Options.standard()),
                PayoutSyncs.toErp("shop-payouts", shop, netsuite, PayoutSyncs.Options.standard()),
                PromiseSyncs.toStorefront(STOCK, guard.stock(STOCK), shop, PromiseSyncs.Options.standard()));
    }

    /** The same stock to Amazon, which takes one number for all places. */
    static Sync<InventoryLevel> amazonStock(OversellGuard guard, Connector amazon) {
        return PromiseSyncs.toStorefront(
                AMAZON_STOCK,
                guard.stock(AMAZON_STOCK),
                amazon,
                PromiseSyncs.Options.standard().telling(PromiseSyncs.Levels.TOTAL));
    }
}
