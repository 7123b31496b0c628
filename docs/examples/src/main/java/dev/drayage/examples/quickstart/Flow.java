package dev.drayage.examples.quickstart;

import dev.drayage.Connectors;
import dev.drayage.amazon.AmazonFields;
import dev.drayage.engine.ConsoleProgress;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.engine.SyncEngine;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.OrderLine;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.store.SyncStore;
import dev.drayage.sync.FulfillmentSyncs;
import dev.drayage.sync.OrderSyncs;
import java.time.Instant;
import java.util.Map;

/** The whole business flow: three accounts, three syncs, one engine. This is what a host writes. */
public final class Flow implements AutoCloseable {
    static final String ORDERS = "amazon-orders";
    static final String WAREHOUSE = "warehouse-shipments";
    static final String STOREFRONT = "storefront-shipments";

    private final Connector netsuite;
    private final Connector amazon;
    private final Connector warehouse;
    private final SyncEngine engine;

    Flow(
            Connectors.Environment environment,
            Map<String, String> netsuiteSettings,
            Map<String, String> amazonSettings,
            Map<String, String> warehouseSettings,
            Instant goLive,
            boolean quiet) {
        Connectors connectors = Connectors.discover(environment);
        netsuite = connectors.open("netsuite", netsuiteSettings);
        amazon = connectors.open("amazon", amazonSettings);
        warehouse = connectors.open("warehouse-files", warehouseSettings);
        FieldMapping<OrderLine> lineFields = FieldMapping.builder(OrderLine::customFields)
                .copy(AmazonFields.ASIN, "custcol_drayage_asin")
                .build();
        SyncStore store = environment.store();
        SyncEngine.Builder builder = SyncEngine.builder()
                .namespace(environment.namespace())
                .store(store)
                .time(environment.time())
                .sync(OrderSyncs.amazonOrders(
                        amazon,
                        netsuite,
                        OrderSyncs.Options.standard().with(FieldMapping.<SalesOrder>none(), lineFields)))
                .sync(FulfillmentSyncs.fromWarehouse(warehouse, netsuite))
                .sync(FulfillmentSyncs.toStorefront(netsuite, amazon))
                .startAt(goLive);
        if (!quiet) {
            builder.listener(ConsoleProgress.on(System.out));
        }
        engine = builder.build();
    }

    SyncEngine engine() {
        return engine;
    }

    RunReport run(String sync, RunBudget budget) {
        return engine.run(sync, budget);
    }

    @Override
    public void close() {
        engine.close();
        netsuite.close();
        amazon.close();
        warehouse.close();
    }
}
