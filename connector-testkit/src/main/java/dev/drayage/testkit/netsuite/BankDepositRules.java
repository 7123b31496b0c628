package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Rules of bank deposits: they bring payments out of undeposited funds to a bank account, refunds out of it as negative
 * amounts, add or take off {@code other} lines and take off {@code cashback}. Sentences are made up here.
 */
final class BankDepositRules implements RecordRules {
    private static final Set<String> IN = Set.of("cashSale", "customerPayment", "customerDeposit");
    private static final Set<String> OUT = Set.of("cashRefund", "customerRefund");

    private final Account account;
    private final SaleHeader header;
    private final Settlement settlement;

    BankDepositRules(Account account, SaleHeader header, Settlement settlement) {
        this.account = account;
        this.header = header;
        this.settlement = settlement;
    }

    /** What a payment counts for in a bank deposit, negative for refunds. */
    static BigDecimal signed(StoredRecord payment, ObjectNode body) {
        BigDecimal amount = Settlement.amount(body);
        return OUT.contains(payment.type()) ? amount.negate() : amount;
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        if (!Json.has(draft, "account")) {
            throw Refusal.missing("Account");
        }
        account.chart().require(draft, "account", AccountKind.BANK);
        SaleHeader.defaultDay(draft, account.today());
        header.checkPeriod(draft, before);
        takeCurrency(draft);
        header.completeRate(draft);
        BigDecimal total = payments(draft, before)
                .add(lines(draft, before, "other", false))
                .subtract(lines(draft, before, "cashback", true));
        boolean empty = Json.rows(draft, "payment").isEmpty()
                && Json.rows(draft, "other").isEmpty();
        if (empty) {
            throw Refusal.userError("You must choose at least one payment or enter at least one other deposit.");
        }
        if (total.signum() < 0) {
            throw Refusal.userError("The total of a deposit cannot be negative: " + total.toPlainString() + ".");
        }
        draft.put("total", total);
    }

    @Override
    public void checkDelete(StoredRecord record) {
        account.periods()
                .refuseClosed(LocalDate.parse(
                        account.store().read(record).path("tranDate").asText()));
    }

    @Override
    public void afterReplaced(StoredRecord before) {
        settlement.refreshTargets(before);
    }

    @Override
    public void afterChange(StoredRecord record) {
        settlement.refreshTargets(record);
    }

    private void takeCurrency(ObjectNode draft) {
        Optional<String> ofBank = account.chart().currencyOf(Json.refId(draft, "account"));
        if (!Json.has(draft, "currency")) {
            String first = Json.rows(draft, "payment").stream()
                    .flatMap(row -> account.transaction(row.path("id").asText()).stream())
                    .map(payment -> Json.refId(account.store().read(payment), "currency"))
                    .findFirst()
                    .orElse("1");
            draft.set("currency", Json.ref(ofBank.orElse(first)));
        }
        String currency = Json.refId(draft, "currency");
        if (ofBank.isPresent() && !ofBank.get().equals(currency)) {
            throw Refusal.invalidFieldValue(currency, "currency", "currency");
        }
    }

    private BigDecimal payments(ObjectNode draft, Optional<ObjectNode> before) {
        Set<String> held = new HashSet<>();
        before.ifPresent(old ->
                Json.rows(old, "payment").forEach(row -> held.add(row.path("id").asText())));
        ObjectNode list = Json.object();
        ArrayNode rows = list.putArray("items");
        Set<String> seen = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        List<ObjectNode> sent = Json.rows(draft, "payment");
        for (int i = 0; i < sent.size(); i++) {
            ObjectNode row = sent.get(i);
            String id = row.path("id").asText();
            if (!Json.ticked(row, "deposit")) {
                continue;
            }
            String path = "payment.items[" + i + "].id";
            StoredRecord payment = account.transaction(id)
                    .filter(found -> IN.contains(found.type()) || OUT.contains(found.type()))
                    .orElseThrow(() -> Refusal.invalidFieldValue(id, "id", path));
            ObjectNode body = account.store().read(payment);
            if (!seen.add(id)
                    || (!held.contains(id) && settlement.bankDepositOf(id).isPresent())) {
                throw Refusal.userError(account.references().displayName(payment) + " has already been deposited.");
            }
            refuseUnlessWaiting(draft, payment, body, path);
            BigDecimal amount = signed(payment, body);
            rows.add(row.put("paymentAmount", amount)
                    .put("refNum", payment.tranId().orElse(id))
                    .put("type", payment.recordType().label()));
            sum = sum.add(amount);
        }
        draft.set("payment", list);
        return sum;
    }

    private void refuseUnlessWaiting(ObjectNode draft, StoredRecord payment, ObjectNode body, String path) {
        String name = account.references().displayName(payment);
        if (!account.chart().waitsForDeposit(body)) {
            throw Refusal.userError(name + " is not in undeposited funds.");
        }
        if (Json.ticked(body, "voided")) {
            throw Refusal.invalidFieldValue(payment.id(), "id", path);
        }
        if (!Json.refId(body, "currency").equals(Json.refId(draft, "currency"))) {
            throw Refusal.userError("The currency of " + name + " is not the currency of this deposit.");
        }
    }

    private static BigDecimal lines(
            ObjectNode draft, Optional<ObjectNode> before, String sublist, boolean positiveOnly) {
        BigDecimal sum = BigDecimal.ZERO;
        long number = LineNumbers.last(draft, before, sublist);
        for (ObjectNode line : Json.rows(draft, sublist)) {
            BigDecimal amount = Json.number(line, "amount");
            if (!Json.has(line, "account")) {
                throw Refusal.missing("Account");
            }
            if (amount.signum() == 0 || (positiveOnly && amount.signum() < 0)) {
                throw Refusal.missing("Amount");
            }
            if (!Json.has(line, "line")) {
                line.put("line", ++number);
            }
            sum = sum.add(amount);
        }
        return sum;
    }
}
