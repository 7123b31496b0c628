package dev.drayage.testkit.warehouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The front desk that speaks CSV. Not thread-safe; the simulator guards it. */
final class CsvDesk implements FrontDesk {
    private static final String ENDING = "csv";
    private static final List<String> SHIPMENT = List.of(
            "order_no",
            "shipment_no",
            "ship_date",
            "carrier",
            "service",
            "tracking_no",
            "sscc",
            "carton_no",
            "line_no",
            "sku",
            "qty_shipped",
            "lot",
            "expiry",
            "serial",
            "weight",
            "freight",
            "status");
    private static final List<String> INVENTORY =
            List.of("warehouse", "sku", "lot", "expiry", "on_hand", "available", "allocated", "on_hold", "as_of");
    private final CsvDialect dialect;
    private final CsvText text;
    private final Site site;
    private final Shelves shelves;
    private final Complaints complaints;
    private final FileNames names;
    private final InstantSource clock;
    private final Set<String> seen = new HashSet<>();
    private int duplicates;

    CsvDesk(
            CsvDialect dialect,
            Site site,
            Shelves shelves,
            Complaints complaints,
            FileNames names,
            InstantSource clock) {
        this.dialect = dialect;
        this.site = site;
        this.shelves = shelves;
        this.complaints = complaints;
        this.names = names;
        this.clock = clock;
        text = new CsvText(dialect.separator(), dialect.crlf() ? "\r\n" : "\n");
    }

    @Override
    public Received take(String file, byte[] bytes) {
        if (!seen.add(new String(bytes, StandardCharsets.ISO_8859_1))) {
            duplicates++;
            return new Received(List.of(), List.of());
        }
        try {
            CsvOrders orders = new CsvOrders(file, seen.size(), complaints);
            return new Received(orders.read(text.read(bytes)), List.of());
        } catch (CsvText.BadCsv e) {
            complaints.add(file, Complaint.Kind.BAD_INTERCHANGE, String.valueOf(e.getMessage()));
            return new Received(List.of(), List.of());
        }
    }

    @Override
    public List<OutFile> advise(List<ShippingAdvice> advices) {
        if (advices.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>(List.of(SHIPMENT));
        advices.forEach(advice -> append(rows, advice));
        return List.of(new OutFile(names.next("shp", ENDING), text.write(rows)));
    }

    private void append(List<List<String>> rows, ShippingAdvice advice) {
        Shipment shipment = advice.shipment();
        String freight =
                shipment.freight().signum() == 0 ? "" : shipment.freight().toPlainString();
        for (int i = 0; i < shipment.cartons().size(); i++) {
            Shipment.Carton carton = shipment.cartons().get(i);
            List<String> box = List.of(carton.tracking(), carton.sscc(), Integer.toString(i + 1));
            for (Shipment.Content content : carton.contents()) {
                for (Shipment.Content piece : bySerial(content)) {
                    // the shipment's freight stands once, so that it can be added up
                    rows.add(row(advice, box, lineOf(shipment, piece.lineId()), piece, freight));
                    freight = "";
                }
            }
        }
        for (Shipment.ShippedLine line : shipment.lines()) {
            if (line.shipped() == 0) {
                Shipment.Content none = new Shipment.Content(line.lineId(), line.sku(), 0, Lot.NONE, List.of());
                rows.add(row(advice, List.of("", "", ""), line, none, ""));
            }
        }
    }

    private static Shipment.ShippedLine lineOf(Shipment shipment, String lineId) {
        return shipment.lines().stream()
                .filter(line -> line.lineId().equals(lineId))
                .findFirst()
                .orElseThrow();
    }

    private static List<Shipment.Content> bySerial(Shipment.Content content) {
        if (content.serials().isEmpty()) {
            return List.of(content);
        }
        return content.serials().stream()
                .map(serial -> new Shipment.Content(content.lineId(), content.sku(), 1, content.lot(), List.of(serial)))
                .toList();
    }

    private List<String> row(
            ShippingAdvice advice,
            List<String> box,
            Shipment.ShippedLine line,
            Shipment.Content content,
            String freight) {
        Shipment shipment = advice.shipment();
        BigDecimal weight = shelves.shelf(line.sku())
                .item()
                .pounds()
                .multiply(BigDecimal.valueOf(content.quantity()))
                .setScale(2, RoundingMode.HALF_UP);
        List<String> row = new ArrayList<>();
        row.add(shipment.orderNumber());
        row.add(shipment.shipmentId());
        row.add(LocalDate.ofInstant(shipment.shippedAt(), site.zone()).toString());
        row.add(advice.order().scac());
        row.add(advice.order().shipMethod());
        row.addAll(box);
        row.add(line.lineId());
        row.add(line.sku());
        row.add(Integer.toString(content.quantity()));
        row.add(content.lot().number());
        row.add(expiry(content.lot()));
        row.add(String.join("", content.serials()));
        row.add(content.quantity() == 0 ? "" : weight.toPlainString());
        row.add(freight);
        row.add(LineStatus.of(line, "BP", "CU"));
        return row;
    }

    @Override
    public OutFile snapshot(List<StockLevel> levels) {
        String asOf = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                clock.instant().truncatedTo(ChronoUnit.SECONDS).atZone(site.zone()));
        List<List<String>> rows = new ArrayList<>(List.of(INVENTORY));
        for (StockRow row : StockRow.of(levels)) {
            if (row.onHand() > 0 || !dialect.omitsZeros()) {
                rows.add(List.of(
                        site.code(),
                        row.sku(),
                        row.lot().number(),
                        expiry(row.lot()),
                        Integer.toString(row.onHand()),
                        Integer.toString(row.available()),
                        Integer.toString(row.allocated()),
                        Integer.toString(row.onHold()),
                        asOf));
            }
        }
        return new OutFile(names.next("inv", ENDING), text.write(rows));
    }

    private static String expiry(Lot lot) {
        return lot.expires() ? lot.expiry().toString() : "";
    }

    @Override
    public int duplicates() {
        return duplicates;
    }
}
