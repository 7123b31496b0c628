package dev.drayage.netsuite.internal.catalog;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Item;
import dev.drayage.model.ItemPrice;
import dev.drayage.model.RecordRef;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.spi.Change;
import dev.drayage.spi.Violation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes an item of the rows that tell of it. Thread-safe. */
final class ItemReader {
    private final String skuField;
    private final PriceList prices;

    ItemReader(String skuField, PriceList prices) {
        this.skuField = skuField;
        this.prices = prices;
    }

    /**
     * One item with a SKU; what cannot be understood is told, not thrown.
     *
     * @param owners what stands for the item's SKU in the whole account
     * @param currencies currencies by internal id
     */
    Change<Item> read(
            RecordRef ref, Row head, List<Row> priced, ItemMatch owners, Function<String, Currency> currencies) {
        String revision = head.text("modified_utc").orElse("");
        boolean active = !head.isTrue("isinactive");
        Optional<Violation> ambiguous = active
                ? owners.besides(ref.id()).violation("sku", head.text("sku").orElse(""), skuField)
                : Optional.empty();
        if (ambiguous.isPresent()) {
            return new Change.Unreadable<>(
                    ref, revision, ambiguous.get().code(), ambiguous.get().message());
        }
        try {
            return present(ref, head, active, prices.read(priced, currencies));
        } catch (UnavailableException e) {
            if (e.code() != ErrorCode.ANSWER_MALFORMED) {
                throw e;
            }
            return unreadable(ref, revision, e);
        } catch (IllegalArgumentException | DateTimeException e) {
            return unreadable(ref, revision, e);
        }
    }

    private static Change<Item> unreadable(RecordRef ref, String revision, Exception why) {
        return new Change.Unreadable<>(
                ref,
                revision,
                ErrorCode.RECORD_UNREADABLE,
                "item " + ref.id() + " cannot be read: " + why.getMessage());
    }

    private static Change<Item> present(RecordRef ref, Row head, boolean active, List<ItemPrice> prices) {
        Item item = Item.builder()
                .ref(ref)
                .sku(head.required("sku"))
                .title(head.text("title"))
                .barcode(head.text("barcode"))
                .active(active)
                .prices(prices)
                .build();
        return new Change.Present<>(
                item,
                head.required("modified_utc") + " " + ContentDigest.of(item),
                Optional.empty(), // what was made before the go-live is sold after it all the same
                Instant.parse(head.required("modified_utc")),
                Optional.empty());
    }
}
