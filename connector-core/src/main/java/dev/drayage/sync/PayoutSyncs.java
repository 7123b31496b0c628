package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.model.Payout;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;

/**
 * What a storefront pays out, into the ERP: a bank deposit that settles the very payments it is made of, with fees, disputes,
 * reserves and corrections against their accounts. It is booked only if its parts come to it to the last decimal.
 */
public final class PayoutSyncs {
    private PayoutSyncs() {}

    /** A storefront's payouts; called {@code payouts}. */
    public static Sync<Payout> toErp(Connector storefront, Connector erp) {
        return toErp("payouts", storefront, erp, Options.standard());
    }

    /** A storefront's payouts, under a name of the host's. */
    public static Sync<Payout> toErp(String name, Connector storefront, Connector erp, Options options) {
        return Sync.reading(name, storefront, RecordType.PAYOUT)
                .writing(erp, RecordType.BANK_DEPOSIT)
                .writing(erp, RecordType.JOURNAL_ENTRY)
                .policy(options.policy())
                .translation(new PayoutTranslation(erp.account(), options))
                .build();
    }

    /** How fees are booked. */
    public enum Fees {
        /** One sum for each word that the channel has for them. */
        SUMMED,
        /** Each by itself. */
        SINGLE
    }

    /**
     * What can be chosen.
     *
     * @param fees how fees are booked
     * @param policy how the sync is run
     */
    public record Options(Fees fees, SyncPolicy policy) {
        /** Fees in one sum. */
        public static Options standard() {
            return new Options(Fees.SUMMED, SyncPolicy.defaults(Priority.ORDERS));
        }

        /** The same, with fees booked otherwise. */
        public Options with(Fees other) {
            return new Options(other, policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(fees, other);
        }
    }
}
