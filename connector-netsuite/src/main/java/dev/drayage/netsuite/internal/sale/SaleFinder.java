package dev.drayage.netsuite.internal.sale;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.SaleTransaction;
import dev.drayage.netsuite.internal.options.FieldNames;
import dev.drayage.netsuite.internal.record.ChannelText;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The sales that stand in the account already, found by what identifies them. Thread-safe. */
final class SaleFinder {
    private final SuiteQlClient queries;
    private final RecordKind kind;
    private final SuiteQl byExternalId = SuiteQl.of(SaleFinder.class, "sales-by-external-id");
    private final SuiteQl byReference = SuiteQl.of(SaleFinder.class, "sales-by-reference");
    private final SuiteQl byChannelOrder;
    private final SuiteQl lineCounts;

    SaleFinder(SuiteQlClient queries, RecordKind kind, FieldNames fields) {
        this.queries = queries;
        this.kind = kind;
        byChannelOrder = SuiteQl.of(SaleFinder.class, "sales-by-channel-order")
                .field("order_id", fields.orderId())
                .field("channel", fields.channel());
        lineCounts = SuiteQl.of(SaleFinder.class, "sale-line-counts").field("line_id", fields.lineId());
    }

    /**
     * A sale that stands there.
     *
     * @param id internal id
     * @param number document number
     * @param status status letter
     * @param total total in its own currency
     * @param currency internal id of the currency
     */
    record Standing(String id, String number, String status, Optional<BigDecimal> total, String currency) {
        static Standing of(Row row) {
            return new Standing(
                    row.required("id"),
                    row.text("tranid").orElse(""),
                    row.text("status").orElse(""),
                    row.number("total"),
                    row.text("currency").orElse(""));
        }
    }

    /** By external id; an external id is unique. */
    Map<String, Standing> byExternalId(Collection<String> externalIds, CallContext call) {
        Map<String, Standing> found = new HashMap<>();
        for (Row row : ask(byExternalId, externalIds, call)) {
            found.put(row.required("found_by"), Standing.of(row));
        }
        return found;
    }

    /** By the channel's order id, within the same channel; several may match. */
    Map<String, List<Standing>> byChannelOrder(Collection<? extends SaleTransaction> sales, CallContext call) {
        Map<String, String> channels = new HashMap<>();
        sales.forEach(sale -> channels.put(sale.ref().id(), ChannelText.of(sale.channel())));
        Map<String, List<Standing>> found = new LinkedHashMap<>();
        for (Row row : ask(byChannelOrder, channels.keySet(), call)) {
            String order = row.required("found_by");
            if (row.text("channel")
                    .filter(channel -> channel.equals(channels.get(order)))
                    .isPresent()) {
                found.computeIfAbsent(order, id -> new ArrayList<>()).add(Standing.of(row));
            }
        }
        return found;
    }

    /** By purchase order number; several may match. */
    Map<String, List<Standing>> byReference(Collection<String> numbers, CallContext call) {
        Map<String, List<Standing>> found = new LinkedHashMap<>();
        for (Row row : ask(byReference, numbers, call)) {
            found.computeIfAbsent(row.required("found_by"), id -> new ArrayList<>())
                    .add(Standing.of(row));
        }
        return found;
    }

    /** Number of article lines by internal id. */
    Map<String, String> lineCounts(Collection<String> ids, CallContext call) {
        Map<String, String> found = new HashMap<>();
        if (!ids.isEmpty()) {
            queries.rowsOf(ids, count -> lineCounts.values("ids", count), List.of(), call)
                    .forEach(row -> found.put(row.required("id"), row.required("goods")));
        }
        return found;
    }

    private List<Row> ask(SuiteQl query, Collection<String> keys, CallContext call) {
        List<Row> rows = queries.rowsOf(keys, count -> query.values("keys", count), List.of(kind.queryType()), call);
        if (!keys.containsAll(rows.stream().map(row -> row.required("found_by")).toList())) {
            // What was asked for must not look as if it were not there: it would be written twice.
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED, "a query about sales answered a name that was not asked for");
        }
        return rows;
    }
}
