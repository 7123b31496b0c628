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

    RecordRef ref(StockPlace place) {
        return RecordRef.of(account, RecordType.INVENTORY_LEVEL, place.toString());
    }

    /**
     * The stock at one place; what cannot be understood is told, not thrown.
     *
     * @param owners what stands for the row's SKU in the whole account
     */
    Change<InventoryLevel> read(StockPlace place, Row row, ItemMatch owners) {
        RecordRef ref = ref(place);
        Optional<Violation> ambiguous = owners.besides(Long.toString(place.item()))
                .violation("sku", row.text("sku").orElse(""), skuField);
        if (ambiguous.isPresent()) {
            return new Change.Unreadable<>(
                    ref,
                    row.text("changed_utc").orElse(""),
                    ambiguous.get().code(),
                    ambiguous.get().message());
        }
        try {
            return present(ref, place, row);
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

    private static Change<InventoryLevel> present(RecordRef ref, StockPlace place, Row row) {
        Instant changed = Instant.parse(row.required("changed_utc"));
        InventoryLevel level = InventoryLevel.builder()
                .ref(ref)
                .sku(row.required("sku"))
                .location(Long.toString(place.location()))
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
