package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows by which a payment, a credit or a refund says what it is applied to. A row counts when it is ticked; without
 * an amount it takes all that is open. Sentences of refusals are made up: facts name the rules, not the texts. Guarded
 * by the account's lock.
 */
final class ApplyList {
    /** Mark of a row that was not asked for: it takes what is open, up to the total of its document. */
    static final String AS_FAR_AS_OPEN = "$asFarAsOpen";

    private final Account account;
    private final Settlement settlement;

    ApplyList(Account account, Settlement settlement) {
        this.account = account;
        this.settlement = settlement;
    }

    /**
     * Checks the rows of {@code sublist}, drops those that are not ticked and fills in the amounts.
     *
     * @param payer field that names the customer on the draft
     * @param types record types that can be applied to
     * @return what is applied in all
     */
    BigDecimal complete(
            ObjectNode draft, Optional<ObjectNode> before, String sublist, String payer, Set<String> types) {
        Map<String, BigDecimal> held = new HashMap<>();
        before.ifPresent(old ->
                Json.rows(old, sublist).forEach(row -> held.put(Json.refId(row, "doc"), Json.number(row, "amount"))));
        List<ObjectNode> sent = Json.rows(draft, sublist);
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        Set<String> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < sent.size(); i++) {
            ObjectNode row = sent.get(i);
            String id = Json.refId(row, "doc");
            String path = sublist + ".items[" + i + "].doc";
            if (!Json.ticked(row, "apply")) {
                continue;
            }
            StoredRecord target = account.transaction(id)
                    .filter(found -> types.contains(found.type()) && seen.add(id))
                    .orElseThrow(() -> Refusal.invalidFieldValue(id, "doc", path));
            check(draft, payer, target, path);
            BigDecimal open = settlement.open(target).add(held.getOrDefault(id, BigDecimal.ZERO));
            if (row.remove(AS_FAR_AS_OPEN) != null) {
                row.put("amount", open.min(Settlement.amount(draft)));
            }
            BigDecimal amount = Json.has(row, "amount") ? Json.number(row, "amount") : open;
            refuseAboveOpen(target, amount, open);
            rows.add(row.put("amount", amount)
                    .put("refNum", target.tranId().orElse(target.id()))
                    .put("type", target.recordType().label())
                    .put("total", Settlement.amount(account.store().read(target)))
                    .put("due", open));
            sum = sum.add(amount);
        }
        if (Json.has(draft, sublist)) {
            draft.set(sublist, list);
        }
        return sum;
    }

    /** Rows for the open invoices of the customer, oldest first, until {@code amount} is used up. */
    void addOldest(ObjectNode draft, String payer, BigDecimal amount) {
        ArrayNode rows = draft.putObject("apply").putArray("items");
        BigDecimal left = amount;
        for (StoredRecord record : account.store().all("transaction", Long.MIN_VALUE)) {
            ObjectNode body = account.store().read(record);
            boolean fits = record.type().equals("invoice")
                    && Json.refId(body, "entity").equals(Json.refId(draft, payer))
                    && Json.refId(body, "currency").equals(Json.refId(draft, "currency"));
            BigDecimal part = fits ? settlement.open(record).min(left) : BigDecimal.ZERO;
            if (part.signum() > 0) {
                ObjectNode row = rows.addObject();
                row.set("doc", Json.ref(record.id()));
                row.put("line", 0).put("apply", true).put("amount", part);
                left = left.subtract(part);
            }
        }
    }

    private void check(ObjectNode draft, String payer, StoredRecord target, String path) {
        ObjectNode body = account.store().read(target);
        String customer = Json.refId(draft, payer);
        String owner = Json.has(body, "entity") ? Json.refId(body, "entity") : Json.refId(body, "customer");
        boolean own = owner.equals(customer)
                || account.references()
                        .find("customer", owner)
                        .map(found -> Json.refId(account.store().read(found), "parent"))
                        .filter(customer::equals)
                        .isPresent();
        if (!own || Json.ticked(body, "voided")) {
            throw Refusal.invalidFieldValue(target.id(), "doc", path);
        }
        if (!Json.refId(body, "currency").equals(Json.refId(draft, "currency"))) {
            throw Refusal.userError("The currency of " + account.references().displayName(target)
                    + " is not the currency of this transaction.");
        }
    }

    private void refuseAboveOpen(StoredRecord target, BigDecimal amount, BigDecimal open) {
        String name = account.references().displayName(target);
        if (amount.signum() <= 0) {
            if (open.signum() == 0) {
                throw Refusal.userError(name + " has already been applied in full.");
            }
            throw Refusal.userError("The amount to apply must be positive.");
        }
        if (open.signum() == 0) {
            throw Refusal.userError(name + " has already been applied in full.");
        }
        if (amount.compareTo(open) > 0) {
            throw Refusal.userError("The amount applied, " + amount.toPlainString() + ", is more than the "
                    + open.toPlainString() + " that are open on " + name + ".");
        }
    }
}
