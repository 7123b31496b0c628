package dev.drayage.netsuite.internal.inventory;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the account held of items at the instant of a count: what it holds now, less what has moved since. An adjustment for
 * a count corrects the books as of that count, whenever it was booked; other adjustments count from the instant of their
 * entry, everything else from its day. Three queries for any number of items. Thread-safe.
 */
final class StockBooks {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SuiteQlClient queries;
    private final ZoneId zone;
    private final SuiteQl onHand = SuiteQl.of(StockBooks.class, "stock-on-hand");
    private final SuiteQl moved = SuiteQl.of(StockBooks.class, "stock-moved");
    private final SuiteQl adjusted = SuiteQl.of(StockBooks.class, "stock-adjusted");

    StockBooks(SuiteQlClient queries, ZoneId zone) {
        this.queries = queries;
        this.zone = zone;
    }

    /**
     * An item at a location.
     *
     * @param item internal id
     * @param location internal id
     */
    record Place(String item, String location) {}

    /** What was held at {@code countedAt}; a place that the account does not know of held nothing. */
    Map<Place, HeldStock> at(Instant countedAt, Collection<String> items, CallContext call) {
        LocalDate day = countedAt.atZone(zone).toLocalDate();
        Map<Place, BigDecimal> now = new HashMap<>();
        for (Row row : rows(onHand, items, List.of(), call)) {
            now.merge(place(row), row.number("on_hand").orElse(BigDecimal.ZERO), BigDecimal::add);
        }
        Set<Place> countedLater = new HashSet<>();
        Instant count = countedAt.truncatedTo(ChronoUnit.MILLIS);
        for (Row row : rows(adjusted, items, List.of(SECOND.format(countedAt)), call)) {
            Optional<Instant> corrected = row.text("external_id").flatMap(CountId::countedAt);
            if (corrected.isEmpty()) {
                now.merge(place(row), moved(row).negate(), BigDecimal::add);
            } else if (corrected.get().isAfter(count)) {
                // whether what was missing then was missing already now, nobody can tell: the newer count stands
                countedLater.add(place(row));
            }
        }
        Map<Place, BigDecimal> in = new HashMap<>();
        Map<Place, BigDecimal> out = new HashMap<>();
        for (Row row : rows(moved, items, List.of(day.toString()), call)) {
            BigDecimal units = moved(row);
            if (LocalDate.parse(row.required("day")).isAfter(day)) {
                now.merge(place(row), units.negate(), BigDecimal::add);
            } else {
                (units.signum() < 0 ? out : in).merge(place(row), units, BigDecimal::add);
            }
        }
        Map<Place, HeldStock> held = new HashMap<>();
        now.forEach((place, units) -> held.put(
                place,
                new HeldStock(
                        new StockRange(
                                units.subtract(in.getOrDefault(place, BigDecimal.ZERO)),
                                units.subtract(out.getOrDefault(place, BigDecimal.ZERO))),
                        countedLater.contains(place))));
        return held;
    }

    private List<Row> rows(SuiteQl query, Collection<String> items, List<String> bound, CallContext call) {
        return queries.rowsOf(items, count -> query.values("items", count), bound, call);
    }

    private static BigDecimal moved(Row row) {
        return row.requiredNumber("moved");
    }

    private static Place place(Row row) {
        return new Place(row.required("item"), row.text("location").orElse(""));
    }
}
