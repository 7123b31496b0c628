package dev.drayage.sync;

import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.store.RecordEntry;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What of a level was told, as it stands behind the revision of the ERP's level in the ledger: with it the level can be told anew
 * without the ERP, and is told anew when something else is to be told. Immutable.
 *
 * @param revision the revision of the ERP's level
 * @param sku the SKU
 * @param location the place; empty for a total
 * @param available what the ERP told
 * @param sold what was taken off
 * @param floor the floor to which the promise was lowered, if it was
 */
record StockMark(
        String revision,
        String sku,
        Optional<String> location,
        BigDecimal available,
        BigDecimal sold,
        Optional<Long> floor) {
    private static final String MARK = " stock|";
    private static final int PARTS = 5;

    static StockMark of(String revision, InventoryLevel level, BigDecimal available, BigDecimal sold) {
        return new StockMark(revision, level.sku(), level.location(), available, sold, Optional.empty());
    }

    /** Reads the mark of a level that was told; empty if there is none, as of levels that were told before there was a guard. */
    static Optional<StockMark> of(RecordEntry told) {
        return parse(told.revision());
    }

    /** A mapping version may stand behind the mark, as in the ledger: no part of a mark holds what begins it. */
    static Optional<StockMark> parse(String text) {
        int at = text.lastIndexOf(MARK);
        if (at < 0) {
            return Optional.empty();
        }
        String mark = text.substring(at + MARK.length());
        int version = mark.indexOf(RecordEntry.BEFORE_VERSION);
        List<String> parts = List.of((version < 0 ? mark : mark.substring(0, version)).split("\\|", -1));
        if (parts.size() != PARTS) {
            return Optional.empty();
        }
        return Optional.of(new StockMark(
                text.substring(0, at),
                decoded(parts.get(0)),
                Optional.of(decoded(parts.get(1))).filter(place -> !place.isEmpty()),
                new BigDecimal(parts.get(2)),
                new BigDecimal(parts.get(3)),
                Optional.of(parts.get(4)).filter(floor -> !floor.isEmpty()).map(Long::valueOf)));
    }

    /** The same level with something else taken off. */
    StockMark with(BigDecimal otherSold, Optional<Long> otherFloor) {
        return new StockMark(revision, sku, location, available, otherSold, otherFloor);
    }

    /** Whether the same is told of the level. */
    boolean tellsAs(StockMark other) {
        return sold.compareTo(other.sold) == 0 && floor.equals(other.floor);
    }

    /** What is available for sale. */
    BigDecimal left() {
        BigDecimal left = available.subtract(sold);
        return floor.map(BigDecimal::valueOf).map(left::min).orElse(left);
    }

    /** The level as it is told, observed now. */
    InventoryLevel level(RecordRef ref, Instant now) {
        return InventoryLevel.builder()
                .ref(ref)
                .sku(sku)
                .location(location)
                .countedAt(now)
                .available(left())
                .build();
    }

    /** Revision and mark. */
    @Override
    public String toString() {
        return revision + MARK + encoded(sku) + "|" + encoded(location.orElse("")) + "|" + available.toPlainString()
                + "|" + sold.toPlainString() + "|" + floor.map(String::valueOf).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
