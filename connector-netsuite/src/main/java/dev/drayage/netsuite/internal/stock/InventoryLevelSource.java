package dev.drayage.netsuite.internal.stock;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.item.VisibleItems;
import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.netsuite.internal.options.SourceSettings;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads the stock of active items that have a SKU, item by item and location by location, by windows of the last change of the
 * available quantity ({@code AggregateItemLocation.lastquantityavailablechange}); one window from the epoch on reads it all.
 * Thread-safe.
 *
 * <p>With {@code stock.totals} one sum per item is told too, without a location, over the locations that are read: once in each
 * window in which one of them changed, counted when the last of them changed. A location whose number NetSuite leaves out adds
 * nothing to it; only an item of which no location tells a number is told without one.
 *
 * <p>Numbers are told as they stand, below zero too; one that NetSuite leaves out is not told, because nothing says that it
 * means zero. An instant of counting is that of the last change: since then the available quantity has been this. What is on
 * hand may move without what is available, as when committed goods leave, and is then told only with the next change of that. Lots,
 * serial numbers and bins are told as one sum. Kits have no stock of their own and are not told. Nor are items without a SKU, and
 * inactive ones: that an item was taken out of use is told by the item, not by its stock. Of two active items with one SKU
 * neither is told.
 */
public final class InventoryLevelSource implements RecordSource<InventoryLevel> {
    private static final Duration PRECISION = Duration.ofSeconds(1);
    /** Pages go by item and location, and hold one row for each, so a window may be as long as the account is old. */
    private static final Duration LONGEST_WINDOW = Duration.ofDays(36_500);

    private final NetSuiteAccount account;
    private final StockQueries queries;
    private final StockReader reader;
    private final VisibleItems items;
    private final List<String> locations;
    private final boolean totals;

    /** A source that reads as the settings say. */
    public InventoryLevelSource(NetSuiteAccount account, Settings settings) {
        this.account = account;
        this.locations = settings.get(SourceSettings.STOCK_LOCATIONS);
        this.totals = settings.get(SourceSettings.STOCK_TOTALS);
        String sku = settings.get(NetSuiteSchema.SKU_FIELD);
        this.queries = new StockQueries(account.queries(), sku, locations, settings.get(NetSuiteSchema.PAGE_SIZE));
        this.reader = new StockReader(account.id(), sku);
        this.items = new VisibleItems(account.queries());
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, account.queryLag(), LONGEST_WINDOW);
    }

    @Override
    public Page<InventoryLevel> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("stock is read by windows");
        }
        StockPlace after = at.map(cursor -> StockPlace.parse(cursor.token())
                        .orElseThrow(() -> new CursorExpiredException("the cursor of stock is no item and location")))
                .orElse(StockPlace.FIRST);
        StockQueries.StockPage page = queries.next(UtcWindow.of(window), after, call);
        if (page.rows().isEmpty()) {
            if (at.isEmpty()) {
                items.require(call);
            }
            return Page.last(List.of());
        }
        return new Page<>(
                changes(page.rows(), after, call),
                page.last().map(place -> new Cursor(place.toString())),
                Optional.empty());
    }

    /** What a page tells; the sum of an item whose places go over a border of pages is told with the first of them. */
    private List<Change<InventoryLevel>> changes(List<Row> rows, StockPlace after, CallContext call) {
        Map<StockPlace, Row> byPlace = new TreeMap<>();
        rows.forEach(row -> StockPlace.of(row).ifPresent(place -> byPlace.put(place, row)));
        Map<String, ItemMatch> owners = owners(rows, call);
        List<Change<InventoryLevel>> changes = new ArrayList<>();
        byPlace.forEach((place, row) -> changes.add(reader.read(place, row, owner(row, owners))));
        if (totals) {
            Set<Long> items = new TreeSet<>();
            byPlace.keySet().stream().map(StockPlace::item).forEach(items::add);
            items.remove(after.item());
            changes.addAll(totals(items, call));
        }
        return changes;
    }

    private List<Change<InventoryLevel>> totals(Collection<Long> items, CallContext call) {
        Map<String, Row> sums =
                queries.totals(items.stream().map(item -> Long.toString(item)).toList(), call);
        Map<String, ItemMatch> owners = owners(sums.values(), call);
        List<Change<InventoryLevel>> changes = new ArrayList<>();
        for (Long item : items) {
            Row sum = sums.get(Long.toString(item));
            if (sum == null) {
                throw new UnavailableException(
                        ErrorCode.ANSWER_MALFORMED,
                        "item " + item + " has stock that changed, and a query for its sum tells none, several times");
            }
            if (withheld(item, sum).isEmpty()) {
                changes.add(reader.read(new ItemTotal(item), sum, owner(sum, owners)));
            }
        }
        return changes;
    }

    private static ItemMatch owner(Row row, Map<String, ItemMatch> owners) {
        return owners.getOrDefault(row.text("sku").orElse(""), new ItemMatch.None());
    }

    private Map<String, ItemMatch> owners(Collection<Row> rows, CallContext call) {
        return account.items()
                .matchNow(rows.stream().flatMap(row -> row.text("sku").stream()).toList(), call);
    }

    @Override
    public Change<InventoryLevel> fetch(RecordRef ref, CallContext call) {
        return ItemTotal.parse(ref.id()).map(total -> total(ref, total, call)).orElseGet(() -> atPlace(ref, call));
    }

    private Change<InventoryLevel> total(RecordRef ref, ItemTotal total, CallContext call) {
        if (!totals) {
            return new Change.NotVisible<>(
                    ref, "setting " + SourceSettings.STOCK_TOTALS.name() + " is off, so that no sums are told");
        }
        String item = Long.toString(total.item());
        Optional<Row> sum =
                Optional.ofNullable(queries.totals(List.of(item), call).get(item));
        if (sum.isEmpty()) {
            return new Change.NotVisible<>(
                    ref,
                    "the account has no stock of item " + item
                            + (locations.isEmpty() ? "" : " at locations " + locations)
                            + ", or the role does not see it");
        }
        return sum.flatMap(row -> withheld(total.item(), row))
                .<Change<InventoryLevel>>map(reason -> new Change.NotVisible<>(ref, reason))
                .orElseGet(() -> reader.read(total, sum.get(), owner(sum.get(), owners(List.of(sum.get()), call))));
    }

    private Change<InventoryLevel> atPlace(RecordRef ref, CallContext call) {
        Optional<StockPlace> place = StockPlace.parse(ref.id());
        if (place.isEmpty()) {
            return new Change.NotVisible<>(
                    ref,
                    "\"" + ref.id() + "\" is not the id of stock: <internal id of item>-<internal id of location>, or"
                            + " <internal id of item>-total");
        }
        Optional<Row> row = queries.at(place.get(), call);
        return row.flatMap(found -> withheld(place.get(), found))
                .or(() -> row.isPresent()
                        ? Optional.empty()
                        : Optional.of("the account has no stock of item "
                                + place.get().item() + " at location "
                                + place.get().location()
                                + ", or the role does not see it"))
                .<Change<InventoryLevel>>map(reason -> new Change.NotVisible<>(ref, reason))
                .orElseGet(() ->
                        reader.read(place.get(), row.get(), owner(row.get(), owners(List.of(row.get()), call))));
    }

    /** Why stock is not told that is there, if it is not. */
    private Optional<String> withheld(StockPlace place, Row row) {
        if (!locations.isEmpty() && !locations.contains(Long.toString(place.location()))) {
            return Optional.of(
                    "setting " + SourceSettings.STOCK_LOCATIONS.name() + " does not name location " + place.location());
        }
        return withheld(place.item(), row);
    }

    private Optional<String> withheld(long item, Row row) {
        if (row.isTrue("isinactive")) {
            return Optional.of("item " + item + " is inactive");
        }
        return row.text("sku").isPresent()
                ? Optional.empty()
                : Optional.of("item " + item + " has no SKU in field "
                        + account.items().field());
    }
}
