package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads orders from rows. A bad row refuses its order, never the others. Not thread-safe. */
final class CsvOrders {
    private static final List<String> COLUMNS = List.of(
            "order_no",
            "order_date",
            "ship_by",
            "ship_method",
            "carrier",
            "service",
            "po_no",
            "store_order_no",
            "ship_name",
            "company",
            "addr1",
            "addr2",
            "city",
            "state",
            "zip",
            "country",
            "phone",
            "email",
            "notes",
            "line_no",
            "sku",
            "qty",
            "uom",
            "lot",
            "action");
    private static final List<String> MANDATORY = List.of("order_no", "ship_name", "line_no", "sku", "qty");
    private static final Set<String> OF_LINES = Set.of("line_no", "sku", "qty", "uom", "lot");
    private final String file;
    private final long sequence;
    private final Complaints complaints;

    CsvOrders(String file, long sequence, Complaints complaints) {
        this.file = file;
        this.sequence = sequence;
        this.complaints = complaints;
    }

    List<ShippingOrder> read(List<CsvText.Row> rows) {
        List<String> headings = rows.isEmpty() ? List.of() : rows.get(0).fields();
        for (String mandatory : MANDATORY) {
            if (!headings.contains(mandatory)) {
                reject("there is no column " + mandatory);
                return List.of();
            }
        }
        if (new HashSet<>(headings).size() < headings.size()) {
            reject("a heading occurs twice: " + headings);
            return List.of();
        }
        headings.stream()
                .filter(heading -> !COLUMNS.contains(heading))
                .forEach(heading -> complaints.add(file, Complaint.Kind.UNTIDY, "unknown column " + heading));
        Map<String, List<Map<String, String>>> byOrder = new LinkedHashMap<>();
        for (CsvText.Row row : rows.subList(1, rows.size())) {
            if (row.fields().size() != headings.size()) {
                reject("line " + row.line() + " has " + row.fields().size() + " fields, the heading "
                        + headings.size());
                return List.of();
            }
            Map<String, String> fields = new LinkedHashMap<>();
            for (int i = 0; i < headings.size(); i++) {
                fields.put(headings.get(i), row.fields().get(i));
            }
            byOrder.computeIfAbsent(get(fields, "order_no"), number -> new ArrayList<>())
                    .add(fields);
        }
        List<ShippingOrder> orders = new ArrayList<>();
        byOrder.forEach((number, fields) -> {
            String wrong = wrong(number, fields);
            if (wrong.isEmpty()) {
                orders.add(order(number, fields));
            } else {
                reject("order '" + number + "': " + wrong);
            }
        });
        return orders;
    }

    private void reject(String why) {
        complaints.add(file, Complaint.Kind.REJECTED, why);
    }

    private static String wrong(String number, List<Map<String, String>> rows) {
        if (number.isBlank()) {
            return "it has no number";
        }
        Map<String, String> first = rows.get(0);
        Set<String> lineNumbers = new HashSet<>();
        for (Map<String, String> row : rows) {
            for (Map.Entry<String, String> field : row.entrySet()) {
                if (!OF_LINES.contains(field.getKey()) && !field.getValue().equals(first.get(field.getKey()))) {
                    return "its rows differ in " + field.getKey();
                }
            }
            if (!get(row, "action").matches("|[NRF]")) {
                return "action '" + get(row, "action") + "' is none of N, R, F";
            }
            if (get(row, "action").equals("F")) {
                continue;
            }
            if (!get(row, "qty").matches("[1-9][0-9]{0,8}")) {
                return "qty '" + get(row, "qty") + "' is no number of pieces";
            }
            if (get(row, "sku").isBlank()
                    || get(row, "line_no").isBlank()
                    || get(row, "ship_name").isBlank()) {
                return "sku, line_no and ship_name must be filled in";
            }
            if (!lineNumbers.add(get(row, "line_no"))) {
                return "line_no " + get(row, "line_no") + " occurs twice";
            }
        }
        for (String date : List.of("order_date", "ship_by")) {
            String value = get(first, date);
            if (!value.isEmpty() && !X12Date.isDate(value.replace("-", ""))) {
                return date + " '" + value + "' is no date";
            }
        }
        return "";
    }

    private ShippingOrder order(String number, List<Map<String, String>> rows) {
        Map<String, String> first = rows.get(0);
        ShippingOrder.Purpose purpose = switch (get(first, "action")) {
            case "R" -> ShippingOrder.Purpose.CHANGE;
            case "F" -> ShippingOrder.Purpose.CANCEL;
            default -> ShippingOrder.Purpose.ORIGINAL;
        };
        String method = get(first, "ship_method");
        return new ShippingOrder(
                purpose,
                number,
                get(first, "po_no"),
                new Consignee(
                        get(first, "ship_name"),
                        get(first, "company"),
                        filled(get(first, "addr1"), get(first, "addr2")),
                        get(first, "city"),
                        get(first, "state"),
                        get(first, "zip"),
                        get(first, "country"),
                        get(first, "phone"),
                        get(first, "email")),
                method.isEmpty() ? get(first, "service") : method,
                get(first, "carrier"),
                picked(first, Map.of("store_order_no", "CO")),
                picked(first, Map.of("order_date", "order_date", "ship_by", "ship_by")),
                filled(get(first, "notes")),
                purpose == ShippingOrder.Purpose.CANCEL
                        ? List.of()
                        : rows.stream().map(CsvOrders::line).toList(),
                sequence,
                file);
    }

    private static OrderLine line(Map<String, String> row) {
        String unit = get(row, "uom").isEmpty() ? "EA" : get(row, "uom");
        int quantity = Integer.parseInt(get(row, "qty"));
        return new OrderLine(get(row, "line_no"), get(row, "sku"), "", "", quantity, unit, get(row, "lot"));
    }

    private static Map<String, String> picked(Map<String, String> row, Map<String, String> names) {
        Map<String, String> picked = new LinkedHashMap<>();
        names.forEach((column, name) -> {
            if (!get(row, column).isEmpty()) {
                picked.put(name, get(row, column));
            }
        });
        return picked;
    }

    private static List<String> filled(String... values) {
        return List.of(values).stream().filter(value -> !value.isEmpty()).toList();
    }

    private static String get(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
