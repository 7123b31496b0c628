package dev.drayage.netsuite.internal.diagnosis;

import dev.drayage.call.CallContext;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the account has the custom fields that the settings name, on orders and on their lines. Thread-safe. */
final class MappedFields {
    private final RecordClient records;
    private final FieldNames fields;

    MappedFields(RecordClient records, FieldNames fields) {
        this.records = records;
        this.fields = fields;
    }

    List<Check> check(RecordKind kind, CallContext call) {
        JsonValue properties = records.schema(kind, call).at("properties");
        Set<String> body = names(properties);
        Set<String> line = names(
                properties.at("item").at("properties").at("items").at("items").at("properties"));
        List<String> missing = new ArrayList<>();
        for (String field : List.of(fields.channel(), fields.orderId(), fields.programs())) {
            if (!body.contains(field)) {
                missing.add(field + " (transaction body field, free-form text)");
            }
        }
        if (kind == RecordKind.SALES_ORDER && !body.contains(fields.status())) {
            missing.add(fields.status() + " (transaction body field, free-form text)");
        }
        List<String> columns = new ArrayList<>(List.of(fields.lineId()));
        fields.giftMessage().ifPresent(columns::add);
        for (String field : columns) {
            if (!line.contains(field)) {
                missing.add(field + " (transaction line field, free-form text)");
            }
        }
        String subject = "custom fields of " + kind.path();
        return List.of(
                missing.isEmpty()
                        ? new Check(subject, Verdict.PASSED, "all are there")
                        : new Check(
                                subject,
                                Verdict.FAILED,
                                "missing " + String.join(", ", missing)
                                        + ": create them under Customization, apply them to sales and item fulfillments,"
                                        + " and let the role see them"));
    }

    private static Set<String> names(JsonValue properties) {
        Set<String> names = new HashSet<>();
        properties.node().fieldNames().forEachRemaining(name -> names.add(name.toLowerCase(Locale.ROOT)));
        return names;
    }
}
