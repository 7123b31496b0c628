package dev.drayage.testkit.warehouse;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the body of a 945. Not thread-safe; the simulator guards it. */
final class ShippingAdviceWriter {
    private static final int SHORT_LOT = 12;
    private final X12Dialect dialect;
    private final Site site;
    private final Shelves shelves;

    ShippingAdviceWriter(X12Dialect dialect, Site site, Shelves shelves) {
        this.dialect = dialect;
        this.site = site;
        this.shelves = shelves;
    }

    /** All segments between ST and SE. */
    List<X12Segment> body(ShippingAdvice advice) {
        Shipment shipment = advice.shipment();
        Listing listing = listing(advice);
        List<X12Segment> body = new ArrayList<>();
        header(body, advice, listing);
        if (listing.code().equals("F") && showsCartons()) {
            cartons(body, shipment);
        } else {
            goodsWithoutCartons(body, shipment, listing.lines());
        }
        notShipped(body, listing.lines());
        body.add(totals(shipment));
        return body;
    }

    /** The reporting code and the lines it obliges to list. */
    private record Listing(String code, List<Shipment.ShippedLine> lines) {}

    private Listing listing(ShippingAdvice advice) {
        List<Shipment.ShippedLine> lines = advice.shipment().lines();
        // a second shipment cannot leave lines out: "as ordered" would be wrong for what went before
        boolean first = lines.size() == advice.order().lines().size()
                && lines.stream().allMatch(line -> line.ordered() == line.shipped() + line.open());
        if (dialect.reporting() == X12Dialect.Reporting.FULL || !first) {
            return new Listing("F", lines);
        }
        List<Shipment.ShippedLine> exceptions = lines.stream()
                .filter(line -> line.open() != 0 || hasDetail(advice.shipment(), line))
                .toList();
        return new Listing(exceptions.isEmpty() ? "N" : "X", exceptions);
    }

    private static boolean hasDetail(Shipment shipment, Shipment.ShippedLine line) {
        return shipment.contentsOf(line.lineId()).stream()
                .anyMatch(content -> content.lot().known() || !content.serials().isEmpty());
    }

    private boolean showsCartons() {
        return dialect.ssccs() || dialect.tracking() != X12Dialect.Tracking.HEADER_REFERENCE;
    }

    private void header(List<X12Segment> body, ShippingAdvice advice, Listing listing) {
        Shipment shipment = advice.shipment();
        ReceivedOrder order = advice.order();
        String date = X12Date.date(LocalDate.ofInstant(shipment.shippedAt(), site.zone()));
        body.add(X12Segment.of(
                "W06",
                listing.code(),
                order.orderNumber(),
                date,
                shipment.shipmentId(),
                shipment.bolNumber(),
                order.purchaseOrder()));
        consignee(body, order.consignee());
        body.add(X12Segment.of("N1", "SF", words(site.name()), "91", site.code()));
        String storeOrder = order.references().getOrDefault("CO", "");
        if (!storeOrder.isEmpty()) {
            body.add(X12Segment.of("N9", "CO", storeOrder));
        }
        if (dialect.tracking() == X12Dialect.Tracking.HEADER_REFERENCE
                || !listing.code().equals("F")) {
            shipment.trackings().stream().limit(9).forEach(tracking -> body.add(X12Segment.of("N9", "2I", tracking)));
        }
        body.add(X12Segment.of("G62", "11", date));
        body.add(X12Segment.of("W27", "U", order.scac(), words(order.shipMethod()), "PP"));
    }

    private void consignee(List<X12Segment> body, Consignee consignee) {
        body.add(X12Segment.of("N1", "ST", words(consignee.name())));
        if (!consignee.company().isEmpty()) {
            body.add(X12Segment.of("N2", words(consignee.company())));
        }
        for (int i = 0; i < Math.min(4, consignee.lines().size()); i += 2) {
            String second = i + 1 < consignee.lines().size() ? consignee.lines().get(i + 1) : "";
            body.add(X12Segment.of("N3", words(consignee.lines().get(i)), words(second)));
        }
        X12Segment n4 = X12Segment.of(
                "N4", words(consignee.city()), consignee.state(), consignee.postalCode(), consignee.country());
        if (!n4.elements().isEmpty()) {
            body.add(n4);
        }
    }

    private void cartons(List<X12Segment> body, Shipment shipment) {
        for (Shipment.Carton carton : shipment.cartons()) {
            body.add(lx(body));
            mark(body, carton);
            for (Shipment.ShippedLine line : shipment.lines()) {
                goods(body, line, carton.contents());
            }
        }
    }

    private void mark(List<X12Segment> body, Shipment.Carton carton) {
        String qualifier = dialect.tracking().qualifier();
        if (dialect.ssccs()) {
            X12Segment mark = X12Segment.of("MAN", "GM", "00" + carton.sscc());
            body.add(
                    qualifier.isEmpty()
                            ? mark
                            : X12Segment.of("MAN", "GM", "00" + carton.sscc(), "", qualifier, carton.tracking()));
        } else if (!qualifier.isEmpty()) {
            body.add(X12Segment.of("MAN", qualifier, carton.tracking()));
        }
        if (dialect.tracking() == X12Dialect.Tracking.LX_REFERENCE) {
            body.add(X12Segment.of("N9", "2I", carton.tracking()));
        }
    }

    private void goodsWithoutCartons(List<X12Segment> body, Shipment shipment, List<Shipment.ShippedLine> lines) {
        for (Shipment.ShippedLine line : lines) {
            if (line.shipped() > 0) {
                body.add(lx(body));
                goods(body, line, shipment.contentsOf(line.lineId()));
            }
        }
    }

    private void notShipped(List<X12Segment> body, List<Shipment.ShippedLine> lines) {
        for (Shipment.ShippedLine line : lines) {
            if (line.shipped() == 0) {
                body.add(lx(body));
                row(body, line, 0, Lot.NONE, List.of());
            }
        }
    }

    /** One W12 for each lot of the line among the contents. */
    private void goods(List<X12Segment> body, Shipment.ShippedLine line, List<Shipment.Content> contents) {
        Map<Lot, List<Shipment.Content>> byLot = new LinkedHashMap<>();
        contents.stream()
                .filter(content -> content.lineId().equals(line.lineId()))
                .forEach(content -> byLot.computeIfAbsent(content.lot(), lot -> new ArrayList<>())
                        .add(content));
        byLot.forEach((lot, pieces) -> row(
                body,
                line,
                pieces.stream().mapToInt(Shipment.Content::quantity).sum(),
                lot,
                pieces.stream().flatMap(content -> content.serials().stream()).toList()));
    }

    private void row(List<X12Segment> body, Shipment.ShippedLine line, int quantity, Lot lot, List<String> serials) {
        StockItem item = shelves.shelf(line.sku()).item();
        int difference = dialect.shippedMinusOrdered() ? -line.open() : line.open();
        body.add(X12Segment.of(
                "W12",
                LineStatus.of(line, dialect.backorderedCode(), dialect.cancelledCode()),
                Integer.toString(line.ordered()),
                Integer.toString(quantity),
                Integer.toString(difference),
                "EA",
                dialect.upcs() ? item.upc() : "",
                "SK",
                line.sku(),
                lot.number().length() <= SHORT_LOT ? lot.number() : ""));
        body.add(X12Segment.of("G69", words(item.description())));
        if (dialect.lineNumbers()) {
            body.add(X12Segment.of("N9", "LI", line.lineId()));
        }
        if (lot.known()) {
            body.add(X12Segment.of("N9", "LT", lot.number()));
        }
        serials.forEach(serial -> body.add(X12Segment.of("N9", "SE", serial)));
        if (lot.expires()) {
            body.add(X12Segment.of("G62", "36", X12Date.date(lot.expiry())));
        }
    }

    private X12Segment totals(Shipment shipment) {
        BigDecimal pounds = shipment.lines().stream()
                .map(line -> shelves.shelf(line.sku()).item().pounds().multiply(BigDecimal.valueOf(line.shipped())))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        String pieces = Integer.toString(shipment.pieces());
        if (shipment.pieces() == 0) {
            return X12Segment.of("W03", pieces);
        }
        String weight = pounds.toPlainString();
        return showsCartons()
                ? X12Segment.of(
                        "W03",
                        pieces,
                        weight,
                        "LB",
                        "",
                        "",
                        Integer.toString(shipment.cartons().size()),
                        "CT")
                : X12Segment.of("W03", pieces, weight, "LB");
    }

    private static X12Segment lx(List<X12Segment> body) {
        long before = body.stream().filter(segment -> segment.is("LX")).count();
        return X12Segment.of("LX", Long.toString(before + 1));
    }

    private String words(String text) {
        return dialect.letters().write(text);
    }
}
