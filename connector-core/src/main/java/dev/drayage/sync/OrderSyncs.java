package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;

/**
 * Orders of a storefront into the ERP. One read, one owner: what the merchant ships (MFN and seller-fulfilled Prime) becomes
 * a sales order, what the channel ships (FBA) becomes a cash sale once it is shipped.
 */
public final class OrderSyncs {
    private OrderSyncs() {}

    /** Amazon's orders with the standard options, called {@code amazon-orders}. */
    public static Sync<SalesOrder> amazonOrders(Connector amazon, Connector erp) {
        return amazonOrders(amazon, erp, Options.standard());
    }

    /** Amazon's orders, called {@code amazon-orders}. */
    public static Sync<SalesOrder> amazonOrders(Connector amazon, Connector erp, Options options) {
        return orders("amazon-orders", amazon, erp, options);
    }

    /** Orders of any storefront under a name of the host's. */
    public static Sync<SalesOrder> orders(String name, Connector storefront, Connector erp, Options options) {
        Sync.Builder<SalesOrder> sync = Sync.reading(name, storefront, RecordType.SALES_ORDER)
                .writing(erp, RecordType.SALES_ORDER)
                .writing(erp, RecordType.CASH_SALE)
                .policy(options.policy())
                .translation(new OrderBooking(erp.account(), options));
        if (options.customers() == Customers.PER_BUYER) {
            sync.writing(erp, RecordType.CUSTOMER);
        }
        return sync.build();
    }

    /** Against whom sales are booked. */
    public enum Customers {
        /** One customer per channel, named in the ERP connector's settings. */
        FIXED,
        /** One customer per buyer, as far as the channel tells who buys; the fixed one where it does not. */
        PER_BUYER
    }

    /**
     * What can be chosen.
     *
     * @param customers against whom sales are booked
     * @param orderFields custom fields of the ERP's order or cash sale, filled from the channel's order
     * @param lineFields custom fields of the ERP's lines, filled from the channel's lines
     * @param policy how the sync is run
     */
    public record Options(
            Customers customers,
            FieldMapping<SalesOrder> orderFields,
            FieldMapping<OrderLine> lineFields,
            SyncPolicy policy) {
        /** One customer per channel, no custom fields. */
        public static Options standard() {
            return new Options(
                    Customers.FIXED, FieldMapping.none(), FieldMapping.none(), SyncPolicy.defaults(Priority.ORDERS));
        }

        /** The same with other customers. */
        public Options with(Customers other) {
            return new Options(other, orderFields, lineFields, policy);
        }

        /** The same with custom fields. */
        public Options with(FieldMapping<SalesOrder> order, FieldMapping<OrderLine> line) {
            return new Options(customers, order, line, policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(customers, orderFields, lineFields, other);
        }
    }
}
