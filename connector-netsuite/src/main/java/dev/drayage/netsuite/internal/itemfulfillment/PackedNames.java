package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.OrderReference;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells which packed fulfillments shipments name: by internal id, else by the number that people see. Thread-safe. */
final class PackedNames {
    private static final Pattern INTERNAL_ID = Pattern.compile("[0-9]{1,18}");

    private final SuiteQlClient queries;
    private final SuiteQl byNumber = SuiteQl.of(PackedNames.class, "fulfillments-by-number");

    PackedNames(SuiteQlClient queries) {
        this.queries = queries;
    }

    /**
     * Internal ids of fulfillments that look-ups by number found. Immutable.
     *
     * @param byNumber internal ids by number
     */
    record Found(Map<String, List<String>> byNumber) {
        /** Internal ids of what a shipment names; several are for a person to sort out. */
        List<String> named(ItemFulfillment shipment) {
            return id(shipment)
                    .map(List::of)
                    .orElseGet(() -> byNumber.getOrDefault(number(shipment).orElse(""), List.of()));
        }
    }

    /** Whether a shipment is of a packed fulfillment, not of an order at large. */
    static boolean isNamed(ItemFulfillment shipment) {
        return shipment.orderReferences().stream().anyMatch(PackedNames::isName);
    }

    /** The names in one text, for messages. */
    static String text(ItemFulfillment shipment) {
        return String.join(
                ", ",
                shipment.orderReferences().stream()
                        .filter(PackedNames::isName)
                        .map(OrderReference::value)
                        .distinct()
                        .toList());
    }

    /** Looks up what is named by number alone; without any, nothing is asked. */
    Found find(Collection<ItemFulfillment> shipments, CallContext call) {
        Set<String> numbers = new LinkedHashSet<>();
        for (ItemFulfillment shipment : shipments) {
            if (id(shipment).isEmpty()) {
                number(shipment).ifPresent(numbers::add);
            }
        }
        Map<String, List<String>> ids = new LinkedHashMap<>();
        if (!numbers.isEmpty()) {
            for (Row row : queries.rowsOf(numbers, count -> byNumber.values("numbers", count), List.of(), call)) {
                ids.computeIfAbsent(row.required("tranid"), number -> new ArrayList<>())
                        .add(row.required("id"));
            }
        }
        return new Found(ids);
    }

    static Violations ambiguous(ItemFulfillment shipment, List<String> ids) {
        return Violations.of(
                ErrorCode.MATCH_AMBIGUOUS,
                "createdFrom",
                "several item fulfillments are known as " + text(shipment) + ": ids " + String.join(" and ", ids));
    }

    private static boolean isName(OrderReference reference) {
        return reference.kind() == OrderReference.Kind.ERP_FULFILLMENT_ID
                || reference.kind() == OrderReference.Kind.ERP_FULFILLMENT_NUMBER;
    }

    private static Optional<String> id(ItemFulfillment shipment) {
        return shipment.orderReference(OrderReference.Kind.ERP_FULFILLMENT_ID)
                .filter(id -> INTERNAL_ID.matcher(id).matches());
    }

    private static Optional<String> number(ItemFulfillment shipment) {
        return shipment.orderReference(OrderReference.Kind.ERP_FULFILLMENT_NUMBER);
    }
}
