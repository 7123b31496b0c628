package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@code inventoryDetail} of a line: which lot and serial numbers it moves. Only items that are kept by number have
 * theirs looked at; what is sent for others is kept as it came.
 *
 * <p>Goods that leave are named by {@code issueInventoryNumber}, goods that come by the text
 * {@code receiptInventoryNumber}. Assumed, for want of a vendor's word on it: a number to issue is found by its internal
 * id or, without one, by its {@code refName} among the numbers of the item; quantities carry the sign of the line; a
 * detail that is sent replaces the one before it as a whole.
 */
final class InventoryDetail {
    private final StockBook book;

    InventoryDetail(StockBook book) {
        this.book = book;
    }

    /** Refuses a detail that does not account for all pieces of the line, and writes out the numbers it names. */
    void complete(ObjectNode line, BigDecimal quantity, boolean receipt, String path) {
        String item = Json.refId(line, "item");
        boolean serial = book.kind(item) == StockKind.SERIAL;
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> seen = new HashSet<>();
        for (ObjectNode assignment : assignments(line)) {
            BigDecimal pieces = Json.number(assignment, "quantity");
            String number = receipt ? received(assignment) : issued(assignment, item, path);
            if (serial && (pieces.abs().compareTo(BigDecimal.ONE) != 0 || !seen.add(number))) {
                throw Refusal.userError("The serial number " + number + " stands for one piece, once.");
            }
            sum = sum.add(pieces);
        }
        if (sum.compareTo(quantity) != 0) {
            throw Refusal.userError("The total inventory detail quantity must be "
                    + quantity.stripTrailingZeros().toPlainString() + ".");
        }
    }

    static Iterable<ObjectNode> assignments(ObjectNode line) {
        return Json.rows(line.path("inventoryDetail"), "inventoryAssignment");
    }

    /** Adds what a completed line moves: {@code quantity} pieces as they change the stock, all in the line's location. */
    void addMoves(Map<StockPlace, BigDecimal> moves, ObjectNode line, BigDecimal quantity) {
        String item = Json.refId(line, "item");
        String location = Json.refId(line, "location");
        StockKind kind = book.kind(item);
        if (!kind.isStocked() || location.isEmpty()) {
            return;
        }
        if (!kind.isNumbered() || !Json.has(line, "inventoryDetail")) {
            moves.merge(new StockPlace(item, location, ""), quantity, BigDecimal::add);
            return;
        }
        for (ObjectNode assignment : assignments(line)) {
            BigDecimal pieces = Json.number(assignment, "quantity").abs();
            moves.merge(
                    new StockPlace(item, location, number(assignment)),
                    quantity.signum() < 0 ? pieces.negate() : pieces,
                    BigDecimal::add);
        }
    }

    /** The number that a completed assignment names. */
    static String number(ObjectNode assignment) {
        return assignment
                .path("issueInventoryNumber")
                .path("refName")
                .asText(assignment.path("receiptInventoryNumber").asText());
    }

    /** Refuses to issue more of a number than lies there, and to have a serial number twice. */
    void checkNumbers(Map<StockPlace, BigDecimal> before, Map<StockPlace, BigDecimal> moves) {
        Set<StockPlace> places = new HashSet<>(before.keySet());
        places.addAll(moves.keySet());
        for (StockPlace place : places) {
            if (place.number().isEmpty()) {
                continue;
            }
            BigDecimal left = book.numbers()
                    .onHand(place)
                    .subtract(before.getOrDefault(place, BigDecimal.ZERO))
                    .add(moves.getOrDefault(place, BigDecimal.ZERO));
            if (left.signum() < 0) {
                throw Refusal.userError("There is not enough of the lot or serial number " + place.number()
                        + " at location " + place.location() + ".");
            }
            if (book.kind(place.item()) == StockKind.SERIAL && left.compareTo(BigDecimal.ONE) > 0) {
                throw Refusal.userError("The serial number " + place.number() + " is in stock already.");
            }
        }
    }

    private static String received(ObjectNode assignment) {
        String number = assignment.path("receiptInventoryNumber").asText("").strip();
        if (number.isEmpty()) {
            throw Refusal.missing("Serial/Lot Number");
        }
        return number;
    }

    private String issued(ObjectNode assignment, String item, String path) {
        JsonNode sent = assignment.path("issueInventoryNumber");
        String id = sent.path("id").asText("");
        String name = sent.path("refName").asText("");
        if (id.isEmpty() && name.isEmpty()) {
            throw Refusal.missing("Serial/Lot Number");
        }
        Optional<StoredRecord> found = id.isEmpty()
                ? book.numbers().byName(item, name)
                : book.numbers().byId(item, id);
        StoredRecord number = found.orElseThrow(() ->
                Refusal.invalidFieldValue(id.isEmpty() ? name : id, "issueInventoryNumber", path + ".inventoryDetail"));
        String known = book.numbers().name(number);
        assignment.set("issueInventoryNumber", Json.ref(number.id()).put("refName", known));
        return known;
    }
}
