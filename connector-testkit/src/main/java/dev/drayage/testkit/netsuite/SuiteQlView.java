package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The records as queries see them: as they stood before the lag, and only those the role may see. Guarded by the
 * account's lock.
 */
final class SuiteQlView {
    private final Account account;

    SuiteQlView(Account account) {
        this.account = account;
    }

    ZoneId session() {
        return account.settings().zone();
    }

    boolean showsChargeRows() {
        return account.settings().has(AccountPreference.CHARGE_ROWS_IN_QUERIES);
    }

    RecordCatalog catalog() {
        return account.catalog();
    }

    References references() {
        return account.references();
    }

    ObjectNode read(StoredRecord record) {
        return account.store().read(record);
    }

    /** Rows made of all visible records of a space above an id, in the order of their ids. */
    Iterable<SqlRow> rows(String space, long after, Function<StoredRecord, List<SqlRow>> parts) {
        return () -> {
            Iterator<StoredRecord> records = account.store().all(space, after).iterator();
            return new PartIterator(records, this::visible, parts);
        };
    }

    /** Rows made of one record. */
    List<SqlRow> byId(String space, Object id, Function<StoredRecord, List<SqlRow>> parts) {
        Long number = SqlValues.id(id);
        StoredRecord record = number == null ? null : account.store().at(space, number);
        StoredRecord shown = record == null ? null : visible(record);
        return shown == null ? List.of() : parts.apply(shown);
    }

    /** Rows made of the records whose indexed column has that value. */
    List<SqlRow> byIndex(String space, String column, Object value, Function<StoredRecord, List<SqlRow>> parts) {
        List<SqlRow> rows = new ArrayList<>();
        for (long id : account.store().lookup(space, column, SqlValues.text(value))) {
            rows.addAll(byId(space, id, parts));
        }
        return rows;
    }

    /** Records that were deleted before the lag. */
    List<RecordStore.Tombstone> deleted() {
        Instant horizon = horizon();
        return account.store().tombstones().stream()
                .filter(tombstone -> !tombstone.at().isAfter(horizon)
                        && !account.switches().denied(tombstone.last().type()))
                .toList();
    }

    private @Nullable StoredRecord visible(StoredRecord record) {
        if (account.switches().denied(record.type())) {
            return null;
        }
        Instant horizon = horizon();
        if (record.createdAt().isAfter(horizon)) {
            return null;
        }
        StoredRecord shown = record;
        while (shown.lastModified().isAfter(horizon)) {
            StoredRecord earlier = shown.earlier();
            if (earlier == null) {
                return shown;
            }
            shown = earlier;
        }
        return shown;
    }

    private Instant horizon() {
        return account.settings().clock().instant().minus(account.switches().queryLag());
    }
}
