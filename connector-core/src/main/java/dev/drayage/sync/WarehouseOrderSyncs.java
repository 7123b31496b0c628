package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.error.SettingsException;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Orders of the ERP out to the warehouses that ship them. One read, one owner: an order line goes to the one warehouse that
 * serves its location; a line that is moved is taken back where it was before it is given to the other.
 */
public final class WarehouseOrderSyncs {
    private WarehouseOrderSyncs() {}

    /** Orders whose lines leave from {@code location} go to one warehouse; called {@code warehouse-orders}. */
    public static Sync<WarehouseOrder> toWarehouse(Connector erp, String location, Connector warehouse) {
        return toWarehouses("warehouse-orders", erp, Routing.none().location(location, warehouse), Options.standard());
    }

    /**
     * Orders go to the warehouses that serve the locations of their lines, under a name of the host's.
     *
     * @throws SettingsException if no location is routed, or a warehouse takes no orders
     */
    public static Sync<WarehouseOrder> toWarehouses(String name, Connector erp, Routing routing, Options options) {
        if (routing.warehouses().isEmpty()) {
            throw new SettingsException(List.of("sync " + name + " routes no location to a warehouse"));
        }
        Map<String, AccountId> owners = new LinkedHashMap<>();
        routing.warehouses().forEach((location, warehouse) -> owners.put(location, warehouse.account()));
        Sync.Builder<WarehouseOrder> sync = Sync.reading(name, erp, RecordType.WAREHOUSE_ORDER)
                .policy(options.policy())
                .translation(new WarehouseOrderTranslation(owners, options.fields()));
        routing.warehouses().values().stream()
                .distinct()
                .forEach(warehouse -> sync.writing(warehouse, RecordType.WAREHOUSE_ORDER));
        return sync.build();
    }

    /**
     * Which warehouse serves which location. Immutable.
     *
     * @param warehouses warehouse by the ERP's name of the location
     */
    public record Routing(Map<String, Connector> warehouses) {
        public Routing {
            warehouses = Map.copyOf(warehouses);
        }

        /** No location. */
        public static Routing none() {
            return new Routing(Map.of());
        }

        /**
         * The same, with one location more.
         *
         * @throws SettingsException if the location has a warehouse already, since one order line has one owner; or if
         *     another warehouse has the same account
         */
        public Routing location(String location, Connector warehouse) {
            Connector other = warehouses.get(location);
            if (other != null) {
                throw new SettingsException(List.of("location " + location + " is routed to " + other.account()
                        + " and to " + warehouse.account()));
            }
            for (Connector served : warehouses.values()) {
                if (!served.equals(warehouse) && served.account().equals(warehouse.account())) {
                    throw new SettingsException(List.of(
                            "two warehouses are called " + warehouse.account() + ": give each an id of its own"));
                }
            }
            Map<String, Connector> more = new LinkedHashMap<>(warehouses);
            more.put(location, warehouse);
            return new Routing(more);
        }
    }

    /**
     * What can be chosen.
     *
     * @param fields custom fields of the warehouse's order, filled from the ERP's
     * @param policy how the sync is run
     */
    public record Options(FieldMapping<WarehouseOrder> fields, SyncPolicy policy) {
        /** No custom fields. */
        public static Options standard() {
            return new Options(FieldMapping.none(), SyncPolicy.defaults(Priority.FULFILLMENTS));
        }

        /** The same, with custom fields. */
        public Options with(FieldMapping<WarehouseOrder> other) {
            return new Options(other, policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(fields, other);
        }
    }
}
