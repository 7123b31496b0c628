package dev.drayage.shopify.internal.inventory;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.StockQuantity;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.UserError;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Brings Shopify's quantities to what the ERP observed: reads them, sends those that differ in one call, and lets Shopify refuse
 * a row whose quantity moved in between ({@code changeFromQuantity}), so that no sale is lost. A call is carried out whole or not
 * at all: rows that it names as bad are told apart and the others are sent again. Thread-safe.
 */
final class StockWriter {
    private static final int ROUNDS = 3;
    private static final int MOST_STALE = 2;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final StockReader reader;
    private final StockCalls calls;
    private final TimeSource time;
    private final AccountId account;
    private final StockQuantity quantity;
    private final boolean activate;

    StockWriter(
            StockReader reader,
            StockCalls calls,
            TimeSource time,
            AccountId account,
            StockQuantity quantity,
            boolean activate) {
        this.reader = reader;
        this.calls = calls;
        this.time = time;
        this.account = account;
        this.quantity = quantity;
        this.activate = activate;
    }

    /** A quantity that is to be read before it is sent, and how often it had moved by then. */
    private record Wish(EffectKey key, StockTarget target, int stale) {
        Instant observedAt() {
            return target.observed().countedAt();
        }
    }

    /** How each wish ended. Of two observations of one level the later one counts, and the other one ends as that one did. */
    Map<EffectKey, EffectOutcome> write(Map<EffectKey, StockTarget> wanted, CallContext call) {
        Map<List<String>, Wish> newest = new LinkedHashMap<>();
        wanted.forEach((key, target) -> newest.merge(
                level(target),
                new Wish(key, target, 0),
                (one, other) -> other.observedAt().isBefore(one.observedAt()) ? one : other));
        Map<EffectKey, EffectOutcome> outcomes = writeNewest(new ArrayList<>(newest.values()), call);
        wanted.forEach((key, target) -> {
            Wish counted = newest.get(level(target));
            if (counted != null && !counted.key().equals(key)) {
                outcomes.put(key, besides(outcomes.get(counted.key())));
            }
        });
        return outcomes;
    }

    private static List<String> level(StockTarget target) {
        return List.of(target.sku(), target.location());
    }

    private static EffectOutcome besides(@Nullable EffectOutcome newer) {
        if (newer instanceof EffectOutcome.Applied applied) {
            return new EffectOutcome.Unchanged(applied.ref());
        }
        return newer == null ? new EffectOutcome.Unknown("a newer observation got no answer") : newer;
    }

    private Map<EffectKey, EffectOutcome> writeNewest(List<Wish> toRead, CallContext call) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        List<StockRow> rows = new ArrayList<>();
        for (int round = 1; round <= ROUNDS && !(toRead.isEmpty() && rows.isEmpty()); round++) {
            rows.addAll(read(toRead, outcomes, call));
            toRead.clear();
            if (!rows.isEmpty()) {
                rows = send(rows, toRead, outcomes, call);
            }
        }
        rows.forEach(row ->
                outcomes.put(row.key(), later("rows beside SKU " + row.target().sku() + " were refused")));
        toRead.forEach(wish -> outcomes.put(wish.key(), moved(wish.target())));
        return outcomes;
    }

    /** Reads quantities; what differs becomes a row. */
    private List<StockRow> read(List<Wish> wishes, Map<EffectKey, EffectOutcome> outcomes, CallContext call) {
        Map<String, List<StockedItem>> items = wishes.isEmpty()
                ? Map.of()
                : reader.items(wishes.stream().map(wish -> wish.target().sku()).toList(), call);
        List<StockRow> rows = new ArrayList<>();
        for (Wish wish : wishes) {
            StockTarget target = wish.target();
            List<StockedItem> found = items.getOrDefault(target.sku(), List.of());
            Optional<Violation> fault = StockCheck.item(target, found);
            if (fault.isPresent()) {
                outcomes.put(wish.key(), rejected(fault.get()));
                continue;
            }
            StockedItem item = found.get(0);
            Optional<StockedItem.Level> level = item.stockedAt(target.location());
            StockRow row = new StockRow(
                    wish.key(), target, item.id(), level.map(this::units).orElse(0), wish.stale());
            if (level.isEmpty()) {
                activate(row, outcomes, call).ifPresent(rows::add);
            } else if (row.from() == target.units()) {
                outcomes.put(wish.key(), new EffectOutcome.Unchanged(ref(row)));
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    /** Stocks the item; a level that was there before comes back with what it held, and is set like any other. */
    private Optional<StockRow> activate(StockRow row, Map<EffectKey, EffectOutcome> outcomes, CallContext call) {
        if (!activate) {
            outcomes.put(row.key(), rejected(StockCheck.notStocked(row.target())));
            return Optional.empty();
        }
        Answer answer = calls.activate(row, call);
        if (answer.isRefused()) {
            String told = String.join("; ", answer.refusals());
            outcomes.put(
                    row.key(),
                    told.contains("already active")
                            ? moved(row.target())
                            : rejected(new Violation(
                                    ErrorCode.REFUSED_BY_TARGET,
                                    "location",
                                    "Shopify refused to stock SKU "
                                            + row.target().sku() + " at location "
                                            + row.target().location() + ": " + told)));
            return Optional.empty();
        }
        int holds = units(StockedItem.Level.of(answer.root().at("inventoryLevel")));
        if (holds == row.target().units()) {
            outcomes.put(row.key(), EffectOutcome.Applied.to(ref(row)));
            return Optional.empty();
        }
        return Optional.of(new StockRow(row.key(), row.target(), row.item(), holds, row.stale()));
    }

    /** Sends rows in one call; what it did not carry out is given back, or put to what is to be read again. */
    private List<StockRow> send(
            List<StockRow> rows, List<Wish> toRead, Map<EffectKey, EffectOutcome> outcomes, CallContext call) {
        Answer answer = calls.set(rows, call);
        if (!answer.isRefused()) {
            rows.forEach(row -> outcomes.put(row.key(), EffectOutcome.Applied.to(ref(row))));
            return new ArrayList<>();
        }
        Map<Integer, UserError> named = new LinkedHashMap<>();
        answer.userErrors()
                .forEach(error -> StockRefusals.row(error)
                        .filter(row -> row < rows.size())
                        .ifPresent(row -> named.merge(row, error, StockWriter::graver)));
        if (named.isEmpty()) {
            refusedAltogether(answer, rows, toRead, outcomes);
            return new ArrayList<>();
        }
        List<StockRow> others = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StockRow row = rows.get(i);
            UserError error = named.get(i);
            if (error == null) {
                others.add(row);
            } else if (error.is(StockRefusals.STALE)) {
                again(row, toRead, outcomes);
            } else {
                outcomes.put(row.key(), rejected(StockRefusals.violation(row.target(), error)));
            }
        }
        return others;
    }

    private static UserError graver(UserError one, UserError other) {
        return one.is(StockRefusals.STALE) ? other : one;
    }

    private void refusedAltogether(
            Answer answer, List<StockRow> rows, List<Wish> toRead, Map<EffectKey, EffectOutcome> outcomes) {
        boolean underWay = answer.userErrors().stream().anyMatch(error -> error.is(StockRefusals.CONCURRENT));
        boolean failedBefore = answer.userErrors().stream().anyMatch(error -> error.is(StockRefusals.ATTEMPT_FAILED));
        for (StockRow row : rows) {
            if (failedBefore) {
                again(row, toRead, outcomes);
            } else if (underWay) {
                outcomes.put(row.key(), later("Shopify still works on the same call"));
            } else {
                outcomes.put(
                        row.key(),
                        rejected(new Violation(
                                ErrorCode.REFUSED_BY_TARGET,
                                "",
                                "Shopify refused to set SKU " + row.target().sku() + ": "
                                        + String.join("; ", answer.refusals()))));
            }
        }
    }

    private void again(StockRow row, List<Wish> toRead, Map<EffectKey, EffectOutcome> outcomes) {
        if (row.stale() + 1 >= MOST_STALE) {
            outcomes.put(row.key(), moved(row.target()));
        } else {
            toRead.add(new Wish(row.key(), row.target(), row.stale() + 1));
        }
    }

    private int units(StockedItem.Level level) {
        return level.quantities().getOrDefault(quantity.word(), 0);
    }

    RecordRef ref(StockRow row) {
        return ref(row.item(), row.target().location());
    }

    RecordRef ref(String item, String location) {
        return RecordRef.of(
                account, RecordType.INVENTORY_LEVEL, item.substring(item.lastIndexOf('/') + 1) + "@" + location);
    }

    private EffectOutcome moved(StockTarget target) {
        return later("the quantity of SKU " + target.sku() + " at location " + target.location()
                + " moves while it is set; buyers are at it");
    }

    private EffectOutcome later(String why) {
        return new EffectOutcome.RetryLater(time.instant().plus(SOON), why);
    }

    private static EffectOutcome rejected(Violation violation) {
        return new EffectOutcome.Rejected(new Violations(List.of(violation)));
    }
}
