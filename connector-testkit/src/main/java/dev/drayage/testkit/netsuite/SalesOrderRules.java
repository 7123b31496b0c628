package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules of sales orders. */
final class SalesOrderRules implements RecordRules {
    private static final Set<String> SETTABLE = Set.of("A", "B");
    private static final Set<String> DONE = Set.of("C", "G", "H");

    private final Account account;
    private final SaleHeader header;
    private final SaleLines lines;
    private final OrderProgress progress;
    private final SaleTotals totals;
    private final OrderCommitment commitment;
    private final Settlement settlement;

    SalesOrderRules(
            Account account,
            SaleHeader header,
            SaleLines lines,
            OrderProgress progress,
            OrderCommitment commitment,
            Settlement settlement) {
        this.commitment = commitment;
        this.settlement = settlement;
        this.account = account;
        this.header = header;
        this.lines = lines;
        this.progress = progress;
        this.totals = new SaleTotals(account);
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
        before.filter(SalesOrderRules::isDone).ifPresent(old -> refuseChangedLines(draft, old));
        if (before.filter(SalesOrderRules::isCancelled).isPresent()) {
            draft.set("orderStatus", Json.ref("C"));
        }
        totals.complete(draft);
        progress.setStatus(draft);
    }

    @Override
    public void afterChange(StoredRecord record) {
        commitment.refresh(record.number());
    }

    @Override
    public void checkDelete(StoredRecord record) {
        settlement.refuseLinked(record);
    }

    private static boolean isCancelled(ObjectNode order) {
        return Json.refId(order, "status").equals("C");
    }

    private static boolean isDone(ObjectNode order) {
        return DONE.contains(Json.refId(order, "status"));
    }

    /** Billed, closed and cancelled orders keep their lines; the sentence is made up here. */
    private static void refuseChangedLines(ObjectNode draft, ObjectNode old) {
        List<ObjectNode> now = Json.rows(draft, "item");
        List<ObjectNode> then = Json.rows(old, "item");
        boolean same = now.size() == then.size();
        for (int i = 0; same && i < now.size(); i++) {
            same = terms(now.get(i)).equals(terms(then.get(i)));
        }
        if (!same) {
            throw Refusal.userError("The lines of this order cannot be changed: it is billed or closed.");
        }
    }

    private static String terms(ObjectNode line) {
        return line.path("line").asText() + "|" + Json.refId(line, "item") + "|"
                + SaleLines.units(line).stripTrailingZeros() + "|"
                + Json.number(line, "rate").stripTrailingZeros() + "|"
                + Json.number(line, "amount").stripTrailingZeros() + "|" + Json.ticked(line, "isClosed");
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
