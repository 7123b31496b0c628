package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Rules of sales orders. */
final class SalesOrderRules implements RecordRules {
    private static final Set<String> SETTABLE = Set.of("A", "B");

    private final Account account;
    private final SaleHeader header;
    private final SaleLines lines;
    private final OrderProgress progress;

    SalesOrderRules(Account account, SaleHeader header, SaleLines lines, OrderProgress progress) {
        this.account = account;
        this.header = header;
        this.lines = lines;
        this.progress = progress;
    }

    /** Only pending approval and pending fulfillment can be set; every later status follows from documents. */
    @Override
    public void checkSent(ObjectNode sent) {
        if (Json.has(sent, "orderStatus") && !SETTABLE.contains(Json.refId(sent, "orderStatus"))) {
            throw Refusal.invalidFieldValue(Json.refId(sent, "orderStatus"), "orderStatus", "orderStatus");
        }
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        header.complete(draft);
        if (!Json.has(draft, "orderStatus")) {
            draft.set("orderStatus", Json.ref(account.settings().defaultOrderStatus()));
        }
        lines.complete(draft, before);
        before.ifPresent(old -> keepProgress(draft, old));
        if (before.filter(SalesOrderRules::isCancelled).isPresent()) {
            draft.set("orderStatus", Json.ref("C"));
        }
        SaleTotals.complete(draft);
        progress.setStatus(draft);
    }

    @Override
    public void checkDelete(StoredRecord record) {
        if (!account.store().lookup("transaction", "createdfrom", record.id()).isEmpty()) {
            throw Refusal.userError("This transaction cannot be deleted because other transactions are linked to it.");
        }
    }

    private static boolean isCancelled(ObjectNode order) {
        return Json.refId(order, "status").equals("C");
    }

    private static void keepProgress(ObjectNode draft, ObjectNode old) {
        Set<String> kept = new HashSet<>();
        for (ObjectNode line : Json.rows(draft, "item")) {
            kept.add(line.path("line").asText());
            BigDecimal done = Json.number(line, "quantityPicked").max(Json.number(line, "quantityBilled"));
            if (SaleLines.units(line).compareTo(done) < 0) {
                throw Refusal.userError("The quantity of line "
                        + line.path("line").asText() + " cannot be lower than what was fulfilled or billed.");
            }
        }
        for (ObjectNode line : Json.rows(old, "item")) {
            BigDecimal done = Json.number(line, "quantityPicked").max(Json.number(line, "quantityBilled"));
            if (done.signum() > 0 && !kept.contains(line.path("line").asText())) {
                throw Refusal.userError("Line " + line.path("line").asText()
                        + " cannot be removed because it was fulfilled or billed.");
            }
        }
    }
}
