package dev.drayage.netsuite.internal.itemfulfillment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.call.CallContext;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.InventoryNumber;
import dev.drayage.netsuite.internal.order.OrderLines;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lots and serial numbers of what left, as the account knows them. A line gets its inventory detail only if the account knows
 * all of its numbers: an item that is not kept by number has none, and for one that is NetSuite itself refuses to go on
 * without. Immutable.
 */
final class InventoryNumbers {
    private final Map<List<String>, String> ids;

    private InventoryNumbers(Map<List<String>, String> ids) {
        this.ids = ids;
    }

    /** Looks up the numbers that plans name; without any, nothing is asked. Thread-safe. */
    static final class Lookup {
        private final SuiteQlClient queries;
        private final SuiteQl byNumber = SuiteQl.of(InventoryNumbers.class, "inventory-numbers");

        Lookup(SuiteQlClient queries) {
            this.queries = queries;
        }

        InventoryNumbers of(FulfillmentPlan plan, CallContext call) {
            Set<String> items = new LinkedHashSet<>();
            Set<String> numbers = new LinkedHashSet<>();
            plan.numbers().forEach((line, told) -> {
                if (!told.isEmpty()) {
                    items.add(line.item());
                    told.forEach(number -> numbers.add(number.number()));
                }
            });
            Map<List<String>, String> ids = new LinkedHashMap<>();
            if (!numbers.isEmpty()) {
                SuiteQl query = byNumber.values("items", items.size());
                for (Row row : queries.rowsOf(
                        numbers, count -> query.values("numbers", count), new ArrayList<>(items), call)) {
                    ids.put(List.of(row.required("item"), row.required("number")), row.required("id"));
                }
            }
            return new InventoryNumbers(ids);
        }
    }

    private List<String> unknown(OrderLines.Line line, List<InventoryNumber> told) {
        return told.stream()
                .map(InventoryNumber::number)
                .filter(number -> !ids.containsKey(List.of(line.item(), number)))
                .toList();
    }

    /** NetSuite says that numbers are missing, but not which of those that the warehouse told it does not know. */
    Violations explain(Violations refused, FulfillmentPlan plan) {
        List<Violation> all = new ArrayList<>(refused.list());
        plan.numbers().forEach((line, told) -> {
            List<String> unknown = unknown(line, told);
            if (!unknown.isEmpty()) {
                all.add(new Violation(
                        refused.code(),
                        "inventoryDetail",
                        "item " + line.item() + " of order line " + line.number() + " has no lot or serial number "
                                + String.join(", ", unknown) + " in NetSuite"));
            }
        });
        return new Violations(all);
    }

    /** Whether a line that stands has exactly these numbers: assignments that are sent again could be added to them. */
    boolean stand(OrderLines.Line line, List<InventoryNumber> told, JsonValue standing) {
        Map<String, BigDecimal> there = new HashMap<>();
        for (JsonValue assignment :
                standing.at("inventoryDetail").at("inventoryAssignment").elements("items")) {
            there.merge(
                    RecordClient.idOf(assignment.at("issueInventoryNumber")).orElse(""),
                    assignment.requiredDecimal("quantity").stripTrailingZeros(),
                    BigDecimal::add);
        }
        Map<String, BigDecimal> wanted = new HashMap<>();
        for (InventoryNumber number : told) {
            wanted.merge(
                    ids.getOrDefault(List.of(line.item(), number.number()), ""),
                    number.quantity().stripTrailingZeros(),
                    BigDecimal::add);
        }
        return there.equals(wanted);
    }

    /** Writes the inventory detail of a line, if the account knows all numbers of it. */
    void put(OrderLines.Line line, List<InventoryNumber> told, ObjectNode row) {
        if (told.isEmpty() || !unknown(line, told).isEmpty()) {
            return;
        }
        ArrayNode assignments = row.putObject("inventoryDetail")
                .putObject("inventoryAssignment")
                .putArray("items");
        for (InventoryNumber number : told) {
            String id = ids.get(List.of(line.item(), number.number()));
            if (id != null) {
                ObjectNode assignment = assignments.addObject();
                assignment.set("issueInventoryNumber", RecordClient.reference(assignment, id));
                assignment.put("quantity", number.quantity());
            }
        }
    }
}
