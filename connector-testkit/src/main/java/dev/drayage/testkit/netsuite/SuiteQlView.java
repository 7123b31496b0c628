package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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

    /** Whether a document of sold or returned items moves goods itself. */
    boolean movesStock(StoredRecord record) {
        return SaleStock.moves(
                record.type(),
                record.createdFromNumber() == 0,
                account.settings().has(AccountPreference.CASH_SALES_TAKE_STOCK));
    }

    Ledger ledger() {
        return new Ledger(account);
    }

    /** Whatever transaction has that internal id, as it stands now. */
    Optional<StoredRecord> transaction(String id) {
        return account.transaction(id);
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

    /** The lot or serial number of an item that is written so. */
    Optional<StoredRecord> inventoryNumber(String item, String number) {
        return new InventoryNumbers(account).byName(item, number);
    }

    /** Rows made of all visible records of a space above an id, in the order of their ids. */
    Iterable<SqlRow> rows(String space, long after, Function<StoredRecord, List<SqlRow>> parts) {
        List<StoredRecord> stillSeen = notYetGone(space).stream()
                .filter(record -> record.number() > after)
                .toList();
        if (stillSeen.isEmpty()) {
            return () -> new PartIterator(account.store().all(space, after).iterator(), this::visible, parts);
        }
        TreeMap<Long, StoredRecord> all = new TreeMap<>();
        account.store().all(space, after).forEach(record -> all.put(record.number(), record));
        stillSeen.forEach(record -> all.put(record.number(), record));
        return () -> new PartIterator(all.values().iterator(), this::visible, parts);
    }

    /** Rows made of one record. */
    List<SqlRow> byId(String space, Object id, Function<StoredRecord, List<SqlRow>> parts) {
        Long number = SqlValues.id(id);
        if (number == null) {
            return List.of();
        }
        StoredRecord current = account.store().at(space, number);
        StoredRecord record = current != null
                ? current
                : notYetGone(space).stream()
                        .filter(gone -> gone.number() == number)
                        .findFirst()
                        .orElse(null);
        StoredRecord shown = record == null ? null : visible(record);
        return shown == null ? List.of() : parts.apply(shown);
    }

    /** Rows made of the records whose indexed column has that value. */
    List<SqlRow> byIndex(String space, String column, Object value, Function<StoredRecord, List<SqlRow>> parts) {
        List<SqlRow> rows = new ArrayList<>();
        for (long id : account.store().lookup(space, column, SqlValues.text(value))) {
            rows.addAll(byId(space, id, parts));
        }
        // The index has forgotten these already; rows too many are sorted out by the query's own condition.
        for (StoredRecord gone : notYetGone(space)) {
            StoredRecord shown = visible(gone);
            if (shown != null) {
                rows.addAll(parts.apply(shown));
            }
        }
        return rows;
    }

    /** Records of a space whose deletion queries do not know of yet. */
    private List<StoredRecord> notYetGone(String space) {
        if (account.switches().queryLag().isZero()) {
            return List.of();
        }
        Instant horizon = horizon();
        return account.store().tombstones().stream()
                .filter(tombstone -> tombstone.at().isAfter(horizon)
                        && tombstone.last().recordType().space().equals(space))
                .map(RecordStore.Tombstone::last)
                .toList();
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
