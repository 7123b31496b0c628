package dev.drayage.netsuite.internal.stock;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.spi.Change;
import dev.drayage.spi.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Makes stock of the row that tells of it. Thread-safe. */
final class StockReader {
    private final AccountId account;
    private final String skuField;

    StockReader(AccountId account, String skuField) {
        this.account = account;
        this.skuField = skuField;
    }

    /**
     * The stock at one place; what cannot be understood is told, not thrown.
     *
     * @param owners what stands for the row's SKU in the whole account
     */
    Change<InventoryLevel> read(StockPlace place, Row row, ItemMatch owners) {
        return read(place.toString(), place.item(), Optional.of(Long.toString(place.location())), row, owners);
    }

    /** The sum over the locations of one item, told without a location. */
    Change<InventoryLevel> read(ItemTotal total, Row row, ItemMatch owners) {
        return read(total.toString(), total.item(), Optional.empty(), row, owners);
    }

    private Change<InventoryLevel> read(String id, long item, Optional<String> location, Row row, ItemMatch owners) {
        RecordRef ref = RecordRef.of(account, RecordType.INVENTORY_LEVEL, id);
        Optional<Violation> ambiguous = owners.besides(Long.toString(item))
                .violation("sku", row.text("sku").orElse(""), skuField);
        if (ambiguous.isPresent()) {
            return new Change.Unreadable<>(
                    ref,
                    row.text("changed_utc").orElse(""),
                    ambiguous.get().code(),
                    ambiguous.get().message());
        }
        try {
            return present(ref, location, row);
        } catch (UnavailableException e) {
            if (e.code() != ErrorCode.ANSWER_MALFORMED) {
                throw e;
            }
            return unreadable(ref, row, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(ref, row, e);
        }
    }

    private static Change<InventoryLevel> unreadable(RecordRef ref, Row row, Exception why) {
        return new Change.Unreadable<>(
                ref,
                row.text("changed_utc").orElse(""),
                ErrorCode.RECORD_UNREADABLE,
                "stock " + ref.id() + " cannot be read: " + why.getMessage());
    }

    private static Change<InventoryLevel> present(RecordRef ref, Optional<String> location, Row row) {
        Instant changed = Instant.parse(row.required("changed_utc"));
        InventoryLevel level = InventoryLevel.builder()
                .ref(ref)
                .sku(row.required("sku"))
                .location(location)
                .countedAt(changed)
                .onHand(row.number("on_hand"))
                .available(row.number("available"))
                .build();
        return new Change.Present<>(
                level,
                row.required("changed_utc") + " " + ContentDigest.of(level),
                Optional.empty(),
                changed,
                Optional.empty());
    }
}
