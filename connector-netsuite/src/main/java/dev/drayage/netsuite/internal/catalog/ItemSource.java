package dev.drayage.netsuite.internal.catalog;

import dev.drayage.call.CallContext;
import dev.drayage.model.Item;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.changes.ChangedIds;
import dev.drayage.netsuite.internal.changes.UtcWindow;
import dev.drayage.netsuite.internal.item.ItemMatch;
import dev.drayage.netsuite.internal.item.VisibleItems;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads items that are sold and have a SKU, with their prices, by windows of their last change; inactive ones are told as such.
 * A page is one query for internal ids and one each for items, prices and SKUs. Thread-safe.
 *
 * <p>A price is read with its item: whether a changed price moves the item's date of last change, NetSuite does not document.
 * Prices that the role may not see are missing without an error. Of two active items with one SKU neither is told; an inactive
 * item whose SKU an active one has is left out, because nothing that is sold under the SKU ended. An item that queries do not
 * show is taken for gone if they show others: items of every kind stand in one table, active or not.
 */
public final class ItemSource implements RecordSource<Item> {
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");
    private static final Duration PRECISION = Duration.ofSeconds(1);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(36_500);

    private final NetSuiteAccount account;
    private final ItemQueries queries;
    private final ItemReader reader;
    private final VisibleItems items;

    /** A source that reads as the settings say. */
    public ItemSource(NetSuiteAccount account, Settings settings) {
        this.account = account;
        this.queries = new ItemQueries(account.queries(), settings);
        this.reader = new ItemReader(account.items().field(), new PriceList(settings.get(SourceSettings.PRICE_LEVELS)));
        this.items = new VisibleItems(account.queries());
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, account.queryLag(), LONGEST_WINDOW);
    }

    @Override
    public Page<Item> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("items are read by windows");
        }
        String after = at.map(Cursor::token).orElse("0");
        if (!INTERNAL_ID.matcher(after).matches()) {
            throw new CursorExpiredException("the cursor of items is no internal id");
        }
        ChangedIds.IdPage page = queries.idsIn(UtcWindow.of(window), after, call);
        if (page.ids().isEmpty()) {
            if (at.isEmpty()) {
                items.require(call);
            }
            return Page.last(List.of());
        }
        return new Page<>(changes(page.ids(), call), page.last().map(Cursor::new), Optional.empty());
    }

    private List<Change<Item>> changes(List<String> ids, CallContext call) {
        Map<String, Row> heads = queries.heads(ids, call);
        Map<String, ItemMatch> owners = account.items()
                .matchNow(
                        heads.values().stream()
                                .flatMap(head -> head.text("sku").stream())
                                .toList(),
                        call);
        Map<String, List<Row>> prices = queries.prices(ids, call);
        List<Change<Item>> changes = new ArrayList<>();
        for (String id : ids) {
            Row head = heads.get(id);
            if (head == null) {
                changes.add(new Change.NotVisible<>(ref(id), "item " + id + " was listed but is not shown"));
                continue;
            }
            ItemMatch owner = owners.getOrDefault(head.text("sku").orElse(""), new ItemMatch.None());
            if (!isSucceeded(head, owner)) {
                changes.add(reader.read(
                        ref(id),
                        head,
                        prices.getOrDefault(id, List.of()),
                        owner,
                        currency -> account.currencies().of(currency, call)));
            }
        }
        return changes;
    }

    /** Whether an active item is sold under the SKU of this inactive one. */
    private static boolean isSucceeded(Row head, ItemMatch owner) {
        return head.isTrue("isinactive") && (owner instanceof ItemMatch.One || owner instanceof ItemMatch.Several);
    }

    @Override
    public Change<Item> fetch(RecordRef ref, CallContext call) {
        if (!INTERNAL_ID.matcher(ref.id()).matches()) {
            return new Change.NotVisible<>(
                    ref, "\"" + ref.id() + "\" is no internal id of an item, which is a whole number");
        }
        List<String> ids = List.of(ref.id());
        Row head = queries.heads(ids, call).get(ref.id());
        if (head == null) {
            items.require(call);
            return new Change.Gone<>(ref);
        }
        if (!ItemQueries.isSold(head)) {
            return new Change.NotVisible<>(ref, "item " + ref.id() + " is of a kind that is not sold by itself");
        }
        if (head.text("sku").isEmpty()) {
            return new Change.NotVisible<>(
                    ref,
                    "item " + ref.id() + " has no SKU in field "
                            + account.items().field());
        }
        return changes(ids, call).stream()
                .findFirst()
                .orElseGet(() -> new Change.NotVisible<>(
                        ref, "item " + ref.id() + " is inactive, and another one is sold under its SKU"));
    }

    private RecordRef ref(String id) {
        return RecordRef.of(account.id(), RecordType.ITEM, id);
    }
}
