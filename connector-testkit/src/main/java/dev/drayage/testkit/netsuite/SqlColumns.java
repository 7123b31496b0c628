package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Columns made of the properties of a record or of its parts. */
final class SqlColumns {
    private final SuiteQlView view;
    private final Function<SqlRow, ObjectNode> body;

    /** Columns over {@code body}: the record's own, or that of the part. */
    SqlColumns(SuiteQlView view, Function<SqlRow, ObjectNode> body) {
        this.view = view;
        this.body = body;
    }

    static SqlColumns ofRecord(SuiteQlView view) {
        return new SqlColumns(view, row -> view.read(row.record()));
    }

    static SqlColumns ofPart(SuiteQlView view) {
        return new SqlColumns(view, SqlRow::part);
    }

    /** Text, or null when the property is absent. */
    Function<SqlRow, @Nullable Object> text(String property) {
        return row -> {
            JsonNode value = body.apply(row).get(property);
            return value == null || value.asText().isEmpty() ? null : value.asText();
        };
    }

    Function<SqlRow, @Nullable Object> number(String property) {
        return row -> {
            JsonNode value = body.apply(row).get(property);
            return value == null || !value.isNumber() ? null : value.decimalValue();
        };
    }

    /** Number with the opposite sign: sales lines count down the stock and the debt. */
    Function<SqlRow, @Nullable Object> negated(String property) {
        return row -> {
            JsonNode value = body.apply(row).get(property);
            return value == null || !value.isNumber()
                    ? null
                    : value.decimalValue().negate();
        };
    }

    /** {@code T} or {@code F}; never null. */
    Function<SqlRow, @Nullable Object> flag(String property) {
        return row -> Json.ticked(body.apply(row), property) ? "T" : "F";
    }

    Function<SqlRow, @Nullable Object> day(String property) {
        return row -> {
            JsonNode value = body.apply(row).get(property);
            return value == null ? null : SqlTime.day(LocalDate.parse(value.asText()));
        };
    }

    /** Internal id of a reference. */
    Function<SqlRow, @Nullable Object> ref(String property) {
        return row -> {
            String id = Json.refId(body.apply(row), property);
            Long number = SqlValues.id(id);
            return id.isEmpty() ? null : number == null ? id : number;
        };
    }

    /** Display name of a reference. */
    Function<SqlRow, @Nullable Object> refName(String property, String target) {
        return row -> {
            String id = Json.refId(body.apply(row), property);
            return id.isEmpty() ? null : view.references().displayName(target, id);
        };
    }

    /** Adds a reference with its display name. */
    void addRef(SqlTable table, String column, String property, String target) {
        table.column(column, ref(property), refName(property, target));
    }

    /** Adds the declared custom fields among {@code fields} whose names start with {@code prefix}. */
    void addCustom(SqlTable table, Map<String, RecordField> fields, String prefix) {
        for (Map.Entry<String, RecordField> field : fields.entrySet()) {
            String property = field.getValue().name();
            if (!field.getKey().startsWith(prefix)) {
                continue;
            }
            switch (field.getValue().kind()) {
                case NUMBER -> table.column(field.getKey(), number(property));
                case FLAG -> table.column(field.getKey(), flag(property));
                case DATE -> table.column(field.getKey(), day(property));
                case REFERENCE -> addRef(table, field.getKey(), property, "any");
                default -> table.column(field.getKey(), text(property));
            }
        }
    }

    /** When the record was last written, on the wall of the session. */
    static Function<SqlRow, @Nullable Object> modified(SuiteQlView view) {
        return row -> SqlTime.moment(row.record().lastModified(), view.session());
    }

    static Function<SqlRow, @Nullable Object> created(SuiteQlView view) {
        return row -> SqlTime.moment(row.record().createdAt(), view.session());
    }
}
