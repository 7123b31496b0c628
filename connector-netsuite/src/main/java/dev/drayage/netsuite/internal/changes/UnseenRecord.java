package dev.drayage.netsuite.internal.changes;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.spi.Change;

/** What to say of a record that queries do not show: it is gone, or hidden, or too new for them. Stateless. */
public final class UnseenRecord {
    private UnseenRecord() {}

    /**
     * Looks for it as a record, which is always up to date.
     *
     * @param word what people call such a record
     */
    public static <T extends CommerceRecord> Change<T> look(
            NetSuiteAccount account, RecordKind kind, String id, String word, RecordRef ref, CallContext call) {
        try {
            return account.records().read(kind, id, call).isPresent()
                    ? new Change.NotVisible<>(ref, "queries do not show " + word + " " + id + " (yet)")
                    : new Change.Gone<>(ref);
        } catch (AuthorisationException e) {
            if (e.code() != ErrorCode.PERMISSION_MISSING) {
                throw e;
            }
            return new Change.NotVisible<>(ref, String.valueOf(e.getMessage()));
        }
    }
}
