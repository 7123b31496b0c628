package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.mapping.FieldMapping;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.spi.Connector;

/**
 * What a storefront gave back, into the ERP: a credit memo or a cash refund by what the order was billed as, then the money
 * that went back.
 */
public final class RefundSyncs {
    private RefundSyncs() {}

    /** A storefront's refunds; called {@code refunds}. */
    public static Sync<Refund> toErp(Connector storefront, Connector erp) {
        return toErp("refunds", storefront, erp, Options.standard());
    }

    /** A storefront's refunds, under a name of the host's. */
    public static Sync<Refund> toErp(String name, Connector storefront, Connector erp, Options options) {
        return Sync.reading(name, storefront, RecordType.REFUND)
                .writing(erp, RecordType.REFUND)
                .writing(erp, RecordType.CUSTOMER_REFUND)
                .policy(options.policy())
                .translation(new RefundTranslation(erp.account(), options.fields()))
                .build();
    }

    /**
     * What can be chosen.
     *
     * @param fields custom fields of the credit memo or cash refund, filled from the refund
     * @param policy how the sync is run
     */
    public record Options(FieldMapping<Refund> fields, SyncPolicy policy) {
        /** No custom fields. */
        public static Options standard() {
            return new Options(FieldMapping.none(), SyncPolicy.defaults(Priority.ORDERS));
        }

        /** The same, with custom fields. */
        public Options with(FieldMapping<Refund> other) {
            return new Options(other, policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(fields, other);
        }
    }
}
