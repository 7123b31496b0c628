package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import java.util.Optional;

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
        if (options.books(Booking.ORDER_AND_DEPOSITS)) {
            sync.writing(erp, RecordType.CUSTOMER_DEPOSIT);
        }
        if (options.books(Booking.INVOICE_AND_PAYMENTS)) {
            sync.writing(erp, RecordType.INVOICE).writing(erp, RecordType.CUSTOMER_PAYMENT);
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

    /** What becomes of money that was paid for an order which the merchant ships. */
    public enum Booking {
        /** Nothing here: the ERP's people bill what ships. */
        ORDER,
        /** A customer deposit for each payment; what ships is billed in the ERP, and the deposits pay it. */
        ORDER_AND_DEPOSITS,
        /** An invoice of the whole order at once, and a customer payment for each payment. */
        INVOICE_AND_PAYMENTS
    }

    /** Against whom an order of a business with an account at the storefront is booked. */
    public enum CompanyCustomer {
        /** As any other order. */
        AS_BUYER,
        /** Against the company's customer, which the company sync makes: the order waits for it. */
        COMPANY,
        /** Against the sub-customer of the company's location, or the company's if the channel tells no location. */
        LOCATION
    }

    /**
     * What can be chosen.
     *
     * @param customers against whom sales are booked
     * @param companies against whom sales of businesses are booked
     * @param booking what becomes of payments
     * @param companyBooking what becomes of payments of businesses; empty for the same as of others
     * @param followChanges whether lines that are changed, added or taken away at the channel, and orders that are cancelled
     *     there, are changed in the ERP too; else such an order is parked
     * @param orderFields custom fields of the ERP's order or cash sale, filled from the channel's order
     * @param lineFields custom fields of the ERP's lines, filled from the channel's lines
     * @param policy how the sync is run
     */
    public record Options(
            Customers customers,
            CompanyCustomer companies,
            Booking booking,
            Optional<Booking> companyBooking,
            boolean followChanges,
            FieldMapping<SalesOrder> orderFields,
            FieldMapping<OrderLine> lineFields,
            SyncPolicy policy) {
        /** One customer per channel, no payments, changes parked, no custom fields. */
        public static Options standard() {
            return new Options(
                    Customers.FIXED,
                    CompanyCustomer.AS_BUYER,
                    Booking.ORDER,
                    Optional.empty(),
                    false,
                    FieldMapping.none(),
                    FieldMapping.none(),
                    SyncPolicy.defaults(Priority.ORDERS));
        }

        /** The same with other customers. */
        public Options with(Customers other) {
            return new Options(
                    other, companies, booking, companyBooking, followChanges, orderFields, lineFields, policy);
        }

        /** The same with other customers of businesses. */
        public Options with(CompanyCustomer other) {
            return new Options(
                    customers, other, booking, companyBooking, followChanges, orderFields, lineFields, policy);
        }

        /** The same with payments booked otherwise, those of businesses too unless they were chosen by themselves. */
        public Options with(Booking other) {
            return new Options(
                    customers, companies, other, companyBooking, followChanges, orderFields, lineFields, policy);
        }

        /** The same with payments of businesses booked otherwise. */
        public Options withCompanyBooking(Booking other) {
            return new Options(
                    customers, companies, booking, Optional.of(other), followChanges, orderFields, lineFields, policy);
        }

        /** The same, with changes followed or parked. */
        public Options followingChanges(boolean follow) {
            return new Options(customers, companies, booking, companyBooking, follow, orderFields, lineFields, policy);
        }

        /** The same with custom fields. */
        public Options with(FieldMapping<SalesOrder> order, FieldMapping<OrderLine> line) {
            return new Options(customers, companies, booking, companyBooking, followChanges, order, line, policy);
        }

        /** The same with custom fields of the order. */
        public Options withOrderFields(FieldMapping<SalesOrder> order) {
            return with(order, lineFields);
        }

        /** The same with custom fields of the lines. */
        public Options withLineFields(FieldMapping<OrderLine> line) {
            return with(orderFields, line);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(
                    customers, companies, booking, companyBooking, followChanges, orderFields, lineFields, other);
        }

        /** How payments of an order are booked. */
        Booking bookingOf(SalesOrder order) {
            return order.company().isPresent() ? companyBooking.orElse(booking) : booking;
        }

        private boolean books(Booking kind) {
            return booking == kind || companyBooking.orElse(booking) == kind;
        }
    }
}
