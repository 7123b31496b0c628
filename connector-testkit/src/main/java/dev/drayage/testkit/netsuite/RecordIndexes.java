package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/** Ids by the columns that queries and rules look records up by. Values are matched exactly. Not thread-safe. */
final class RecordIndexes {
    /** Transactions by those that they apply to, pay out, take to the bank or belong to. */
    static final String APPLIES_TO = "appliesto";

    private static final long[] NONE = {};

    private final Map<String, Map<String, long[]>> byColumn = new HashMap<>();

    /** Columns that a space of that name is indexed by, apart from {@code id}. */
    static List<String> columns(String space) {
        return switch (space) {
            case "transaction" -> List.of("externalid", "tranid", "otherrefnum", "createdfrom");
            case "entity" -> List.of("externalid", "entityid", "email");
            case "item" -> List.of("externalid", "itemid", "upccode");
            case InventoryNumbers.SPACE -> List.of("externalid", "inventorynumber");
            default -> List.of("externalid");
        };
    }

    List<Long> numbers(String column, String value) {
        return LongStream.of(byColumn.getOrDefault(column, Map.of()).getOrDefault(value, NONE))
                .boxed()
                .toList();
    }

    void add(StoredRecord record, ObjectNode body) {
        keys(
                record,
                body,
                (column, value) -> byColumn.computeIfAbsent(column, c -> new HashMap<>())
                        .merge(value, new long[] {record.number()}, RecordIndexes::joined));
    }

    void remove(StoredRecord record, ObjectNode body) {
        keys(
                record,
                body,
                (column, value) -> byColumn.getOrDefault(column, new HashMap<>())
                        .computeIfPresent(value, (v, ids) -> without(ids, record.number())));
    }

    private static long[] joined(long[] some, long[] more) {
        return LongStream.concat(LongStream.of(some), LongStream.of(more)).toArray();
    }

    @SuppressWarnings("NullAway") // null takes the emptied entry out of the map
    private static long[] without(long[] ids, long gone) {
        long[] left = LongStream.of(ids).filter(id -> id != gone).toArray();
        return left.length == 0 ? null : left;
    }

    private static void keys(StoredRecord record, ObjectNode body, BiConsumer<String, String> each) {
        record.externalId().ifPresent(value -> each.accept("externalid", value));
        record.tranId().ifPresent(value -> each.accept("tranid", value));
        record.createdFrom().ifPresent(value -> each.accept("createdfrom", value));
        if (record.recordType().isTransaction()) {
            appliesTo(body).forEach(id -> each.accept(APPLIES_TO, id));
        }
        for (String field : List.of("otherRefNum", "entityId", "email", "itemId", "upcCode", "inventoryNumber")) {
            boolean wanted = !field.equals("email") || record.recordType().isEntity();
            if (wanted && Json.has(body, field) && body.path(field).isValueNode()) {
                each.accept(field.toLowerCase(Locale.ROOT), body.path(field).asText());
            }
        }
    }

    /** Internal ids of the transactions that a body points at. */
    static Set<String> appliesTo(ObjectNode body) {
        Set<String> ids = new LinkedHashSet<>();
        Json.rows(body, "apply").forEach(row -> ids.add(Json.refId(row, "doc")));
        Json.rows(body, Settlement.REFUNDED_DEPOSITS).forEach(row -> ids.add(Json.refId(row, "doc")));
        for (ObjectNode row : Json.rows(body, "payment")) {
            ids.add(row.path("id").asText());
        }
        ids.add(Json.refId(body, "salesOrder"));
        ids.add(Json.refId(body, "deposit"));
        ids.remove("");
        return ids;
    }
}
