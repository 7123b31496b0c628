package dev.drayage.examples.shopify;

import dev.drayage.engine.RunReport;
import dev.drayage.engine.Sync;
import dev.drayage.spi.Connector;
import dev.drayage.sync.CompanySyncs;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.sync.PayoutSyncs;
import dev.drayage.sync.PromiseSyncs;
import dev.drayage.sync.RefundSyncs;
import dev.drayage.testkit.shopify.InventoryLevel;
import dev.drayage.testkit.shopify.NewLine;
import dev.drayage.testkit.shopify.NewOrder;
import dev.drayage.testkit.shopify.ShopOrder;
import dev.drayage.testkit.shopify.StockLocation;
import dev.drayage.testkit.shopify.Variant;
import java.util.List;

/** Shop and books with one place, which both know, and every sync between them. */
final class TradingPlace implements AutoCloseable {
    final ShopAndBooks world = ShopAndBooks.open();
    final StockLocation east = world.shop.stock().location("East");
    final Variant mug = world.shop.stock().product("MUG", "Mug", "20.00");
    final InventoryLevel level = world.shop.stock().available(mug, east, 100);

    private TradingPlace() {
        world.shopSettings.put("location.map", east.number() + "=6");
        world.shopSettings.put("carrier.map", "UPS=UPS");
        world.netSuiteSettings.put("stock.locations", "6");
    }

    static TradingPlace open() {
        return new TradingPlace();
    }

    static List<Sync<?>> syncs(Connector shop, Connector erp) {
        return List.of(
                CompanySyncs.toErp(shop, erp),
                OrderSyncs.orders(
                        "shopify-orders",
                        shop,
                        erp,
                        OrderSyncs.Options.standard()
                                .with(OrderSyncs.Booking.ORDER_AND_DEPOSITS)
                                .with(OrderSyncs.CompanyCustomer.COMPANY)
                                .followingChanges(true)),
                RefundSyncs.toErp(shop, erp),
                PayoutSyncs.toErp(shop, erp),
                FulfillmentSyncs.toStorefront(
                        erp,
                        shop,
                        FulfillmentSyncs.ConfirmationOptions.standard().tellingProgress(false)),
                PromiseSyncs.toStorefront(erp, shop));
    }

    NewOrder mugs(int units) {
        return NewOrder.of(NewLine.of("MUG", units, "20.00").from(east)).shipping("Standard", "5.00", "VAT", "0");
    }

    List<RunReport> run() {
        return world.run(TradingPlace::syncs);
    }

    /** A warehouse ships units of an order's only line. */
    String ships(ShopOrder order, int units, String number) {
        return world.netSuite
                .clerk()
                .fulfill(
                        world.booked("salesOrder", order).get(0).id(),
                        "{\"shipStatus\":{\"id\":\"C\"},\"custbody_drayage_carrier\":\"UPS\","
                                + "\"item\":{\"items\":[{\"orderLine\":1,\"itemReceive\":true,\"quantity\":" + units
                                + ",\"location\":{\"id\":\"6\"}}]},\"package\":{\"items\":[{\"packageTrackingNumber\":\""
                                + number + "\",\"packageWeight\":1}]}}");
    }

    @Override
    public void close() {
        world.close();
    }
}
