package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import java.time.Duration;

/** Shipments: from a warehouse into the ERP, and from the ERP to the storefront that sold the order, whoever shipped it. */
public final class FulfillmentSyncs {
    private FulfillmentSyncs() {}

    /** A warehouse's shipments become item fulfillments; called {@code warehouse-shipments}. */
    public static Sync<ItemFulfillment> fromWarehouse(Connector warehouse, Connector erp) {
        return fromWarehouse("warehouse-shipments", warehouse, erp, BookingOptions.standard());
    }

    /** A warehouse's shipments become item fulfillments, under a name of the host's. */
    public static Sync<ItemFulfillment> fromWarehouse(
            String name, Connector warehouse, Connector erp, BookingOptions options) {
        Sync.Builder<ItemFulfillment> sync = Sync.reading(name, warehouse, RecordType.ITEM_FULFILLMENT)
                .writing(erp, RecordType.ITEM_FULFILLMENT)
                .policy(options.policy())
                .translation(new WarehouseShipmentTranslation(erp.account(), options.fields(), options.remainders()));
        if (options.remainders() == RemainderPolicy.CLOSE_LINES) {
            sync.writing(erp, RecordType.ORDER_CANCELLATION);
        }
        return sync.build();
    }

    /** Item fulfillments are confirmed to the storefront; called {@code storefront-shipments}. */
    public static Sync<ItemFulfillment> toStorefront(Connector erp, Connector storefront) {
        return toStorefront(erp, storefront, ConfirmationOptions.standard());
    }

    /** Item fulfillments are confirmed to the storefront; called {@code storefront-shipments}. */
    public static Sync<ItemFulfillment> toStorefront(Connector erp, Connector storefront, ConfirmationOptions options) {
        return toStorefront("storefront-shipments", erp, storefront, options);
    }

    /** Item fulfillments are confirmed to the storefront, under a name of the host's. */
    public static Sync<ItemFulfillment> toStorefront(
            String name, Connector erp, Connector storefront, ConfirmationOptions options) {
        Sync.Builder<ItemFulfillment> sync = Sync.reading(name, erp, RecordType.ITEM_FULFILLMENT)
                .writing(storefront, RecordType.ITEM_FULFILLMENT)
                .policy(options.policy())
                .translation(new ShipmentConfirmationTranslation(erp.account(), storefront.account(), options));
        if (options.tellProgress()) {
            sync.writing(erp, RecordType.ORDER_PROGRESS);
        }
        if (!options.orderFields().targets().isEmpty()) {
            sync.writing(storefront, RecordType.ORDER_PROGRESS);
        }
        return sync.build();
    }

    /**
     * What can be chosen where a warehouse's shipments are booked.
     *
     * @param fields custom fields of the item fulfillment, filled from the shipment
     * @param remainders what becomes of units that the warehouse says will not leave
     * @param policy how the sync is run
     */
    public record BookingOptions(FieldMapping<ItemFulfillment> fields, RemainderPolicy remainders, SyncPolicy policy) {
        /** No custom fields; a person is asked about units that will not leave. */
        public static BookingOptions standard() {
            return new BookingOptions(
                    FieldMapping.none(), RemainderPolicy.ASK, SyncPolicy.defaults(Priority.FULFILLMENTS));
        }

        /** The same, with custom fields. */
        public BookingOptions with(FieldMapping<ItemFulfillment> other) {
            return new BookingOptions(other, remainders, policy);
        }

        /** The same, with another fate of what will not leave. */
        public BookingOptions with(RemainderPolicy other) {
            return new BookingOptions(fields, other, policy);
        }

        /** The same, run otherwise. */
        public BookingOptions with(SyncPolicy other) {
            return new BookingOptions(fields, remainders, other);
        }
    }

    /**
     * What can be chosen where item fulfillments are confirmed to a storefront.
     *
     * @param requireTracking hold a shipment while one of its parcels has no tracking number
     * @param alarmAfter how long after it left a held shipment becomes an alarm
     * @param confirmSellerFulfilledPrime confirm seller-fulfilled Prime orders too; off, because the label that is bought at
     *     the channel confirms them
     * @param takeBack take parcels back at the storefront when the ERP's fulfillment is voided; only where the storefront can,
     *     as Shopify can and Amazon cannot: else a person is told
     * @param tellProgress write the step reached back to the ERP's order once the storefront has accepted every parcel
     * @param orderFields custom fields of the storefront's order, filled from the ERP's shipment once the storefront has accepted
     *     every parcel of it; of several shipments of an order the last one written counts
     * @param policy how the sync is run
     */
    public record ConfirmationOptions(
            boolean requireTracking,
            Duration alarmAfter,
            boolean confirmSellerFulfilledPrime,
            boolean takeBack,
            boolean tellProgress,
            FieldMapping<ItemFulfillment> orderFields,
            SyncPolicy policy) {
        /** Tracking demanded, an alarm after a day, nothing taken back, progress told. */
        public static ConfirmationOptions standard() {
            return new ConfirmationOptions(
                    true,
                    Duration.ofDays(1),
                    false,
                    false,
                    true,
                    FieldMapping.none(),
                    SyncPolicy.defaults(Priority.FULFILLMENTS));
        }

        /** The same, with tracking demanded or not. */
        public ConfirmationOptions requiringTracking(boolean value) {
            return new ConfirmationOptions(
                    value, alarmAfter, confirmSellerFulfilledPrime, takeBack, tellProgress, orderFields, policy);
        }

        /** The same, with parcels taken back or not. */
        public ConfirmationOptions takingBack(boolean value) {
            return new ConfirmationOptions(
                    requireTracking, alarmAfter, confirmSellerFulfilledPrime, value, tellProgress, orderFields, policy);
        }

        /** The same, with progress told or not. */
        public ConfirmationOptions tellingProgress(boolean value) {
            return new ConfirmationOptions(
                    requireTracking, alarmAfter, confirmSellerFulfilledPrime, takeBack, value, orderFields, policy);
        }

        /** The same, with another time after which a held shipment becomes an alarm. */
        public ConfirmationOptions alarmingAfter(Duration time) {
            return new ConfirmationOptions(
                    requireTracking, time, confirmSellerFulfilledPrime, takeBack, tellProgress, orderFields, policy);
        }

        /** The same, with seller-fulfilled Prime orders confirmed or not. */
        public ConfirmationOptions confirmingSellerFulfilledPrime(boolean value) {
            return new ConfirmationOptions(
                    requireTracking, alarmAfter, value, takeBack, tellProgress, orderFields, policy);
        }

        /** The same, with custom fields of the storefront's order. */
        public ConfirmationOptions withOrderFields(FieldMapping<ItemFulfillment> other) {
            return new ConfirmationOptions(
                    requireTracking, alarmAfter, confirmSellerFulfilledPrime, takeBack, tellProgress, other, policy);
        }

        /** The same, run otherwise. */
        public ConfirmationOptions with(SyncPolicy other) {
            return new ConfirmationOptions(
                    requireTracking,
                    alarmAfter,
                    confirmSellerFulfilledPrime,
                    takeBack,
                    tellProgress,
                    orderFields,
                    other);
        }
    }
}
