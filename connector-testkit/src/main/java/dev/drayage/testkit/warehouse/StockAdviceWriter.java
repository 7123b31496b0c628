package dev.drayage.testkit.warehouse;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the body of an 846. Not thread-safe; the simulator guards it. */
final class StockAdviceWriter {
    private final X12Dialect dialect;
    private final Site site;
    private final Shelves shelves;
    private int snapshots;

    StockAdviceWriter(X12Dialect dialect, Site site, Shelves shelves) {
        this.dialect = dialect;
        this.site = site;
        this.shelves = shelves;
    }

    /** All segments between ST and SE. */
    List<X12Segment> body(List<StockLevel> levels, LocalDateTime now) {
        List<X12Segment> body = new ArrayList<>();
        String date = X12Date.date(now.toLocalDate());
        String reference = String.format(Locale.ROOT, "INV%s%04d", date, ++snapshots);
        body.add(X12Segment.of("BIA", "00", "DD", reference, date, X12Date.time(now.toLocalTime())));
        body.add(X12Segment.of("N1", "WH", dialect.letters().write(site.name()), "91", site.code()));
        int lines = 0;
        for (StockRow row : StockRow.of(levels)) {
            if (dialect.omitsZeros() && row.onHand() == 0) {
                continue;
            }
            lines++;
            append(body, row, lines);
        }
        body.add(X12Segment.of("CTT", Integer.toString(lines)));
        return body;
    }

    private void append(List<X12Segment> body, StockRow row, int number) {
        StockItem item = shelves.shelf(row.sku()).item();
        List<String> lin = new ArrayList<>(List.of(Integer.toString(number), "SK", row.sku()));
        if (!item.upc().isEmpty()) {
            lin.addAll(List.of("UP", item.upc()));
        }
        if (row.lot().known()) {
            lin.addAll(List.of("LT", row.lot().number()));
        }
        body.add(new X12Segment("LIN", lin));
        body.add(X12Segment.of("PID", "F", "", "", "", dialect.letters().write(item.description())));
        if (row.lot().expires()) {
            body.add(X12Segment.of("DTM", "036", X12Date.date(row.lot().expiry())));
        }
        body.add(quantity("17", row.onHand()));
        body.add(quantity("33", row.available()));
        if (row.onHold() > 0) {
            body.add(quantity("QH", row.onHold()));
        }
    }

    private static X12Segment quantity(String qualifier, int pieces) {
        return X12Segment.of("QTY", qualifier, Integer.toString(pieces), "EA");
    }
}
