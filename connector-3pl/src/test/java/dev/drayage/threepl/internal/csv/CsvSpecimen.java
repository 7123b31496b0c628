package dev.drayage.threepl.internal.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/** A file of chance, well-formed, with quoted fields, lots and serial numbers. */
final class CsvSpecimen {
    private final List<String> lines = new ArrayList<>();
    private final String lineEnd;
    private Map<String, String> truth = Map.of();

    private CsvSpecimen(String heading, String lineEnd) {
        lines.add(heading);
        this.lineEnd = lineEnd;
    }

    static CsvSpecimen shipments(SplittableRandom chance, boolean trailer) {
        CsvSpecimen file = new CsvSpecimen(
                "order_no,shipment_no,ship_date,carrier,tracking_no,carton_no,line_no,sku,qty_shipped,lot,serial,note,status",
                chance.nextBoolean() ? "\n" : "\r\n");
        int shipments = 2 + chance.nextInt(3);
        for (int s = 1; s <= shipments; s++) {
            int rows = 1 + chance.nextInt(4);
            for (int r = 1; r <= rows; r++) {
                boolean serial = chance.nextInt(4) == 0;
                file.lines.add(String.join(
                        ",",
                        "SO" + s,
                        chance.nextBoolean() ? "SH" + s : "\"SH" + s + "\"",
                        "2026-11-20",
                        "UPS",
                        "1Z" + s,
                        "C1",
                        Integer.toString(r),
                        chance.nextInt(3) == 0 ? "\"SKU," + r + "\"" : "SKU" + r,
                        serial ? "1" : Integer.toString(1 + chance.nextInt(120)),
                        chance.nextInt(3) == 0 ? "\"L,\"\"" + r + "\"\"\"" : "",
                        serial ? "N" + s + r : "",
                        chance.nextBoolean() ? "" : "\"so, so\"",
                        chance.nextBoolean() ? "" : "CC"));
            }
        }
        return file.end(trailer);
    }

    static CsvSpecimen stock(SplittableRandom chance, boolean trailer) {
        CsvSpecimen file =
                new CsvSpecimen("warehouse,sku,lot,on_hand,as_of,available", chance.nextBoolean() ? "\n" : "\r\n");
        int rows = 2 + chance.nextInt(8);
        for (int r = 1; r <= rows; r++) {
            file.lines.add(String.join(
                    ",",
                    "W",
                    chance.nextInt(3) == 0 ? "\"SKU," + r + "\"" : "SKU" + r,
                    chance.nextBoolean() ? "" : "\"L" + r + "\"",
                    Integer.toString(chance.nextInt(500)),
                    "2026-11-20T06:00:00-06:00",
                    Integer.toString(chance.nextInt(500))));
        }
        return file.end(trailer);
    }

    private CsvSpecimen end(boolean trailer) {
        if (trailer) {
            lines.add("TRAILER," + (lines.size() - 1));
        }
        return this;
    }

    /** What the whole file tells, read once. */
    Map<String, String> truth(Function<String, Map<String, String>> reading) {
        if (truth.isEmpty()) {
            truth = reading.apply(text());
        }
        return truth;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    String lineEnd() {
        return lineEnd;
    }

    String text() {
        return text(lines);
    }

    String text(List<String> others) {
        return String.join(lineEnd, others) + lineEnd;
    }
}
