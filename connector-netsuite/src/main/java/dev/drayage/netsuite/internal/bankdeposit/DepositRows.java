package dev.drayage.netsuite.internal.bankdeposit;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountPosting;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.PostingCategory;
import dev.drayage.netsuite.internal.money.MoneyBody;
import dev.drayage.netsuite.internal.options.MoneyOptions;
import dev.drayage.netsuite.internal.record.LineBreaks;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.spi.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of a bank deposit. Payments that wait in undeposited funds are picked, each as a whole; money that went through a
 * clearing account is a row against that account; so is everything else. Used for one deposit by one thread.
 */
final class DepositRows {
    private final MoneyOptions money;
    private final ArrayNode picked;
    private final ArrayNode others;
    private final List<Violation> violations = new ArrayList<>();

    DepositRows(MoneyOptions money, ObjectNode body) {
        this.money = money;
        picked = body.objectNode().arrayNode();
        others = body.objectNode().arrayNode();
    }

    /**
     * Rows of payments, whose records in undeposited funds are given, and of refunds.
     *
     * @param washed payments that stand against the account of refunds, like the refund that took them back
     */
    void payments(
            BankDeposit deposit, Map<DepositedPayment, UndepositedFunds.Found> found, Set<DepositedPayment> washed) {
        Map<String, String> taken = new LinkedHashMap<>();
        for (DepositedPayment payment : deposit.payments()) {
            boolean refund = payment.amount().signum() < 0;
            String name = (refund ? "refund " : "payment ") + payment.transactionId();
            if (refund || washed.contains(payment)) {
                account(money.refundAccount(deposit.channel().account(), deposit.paymentMethod()), payment, name);
                continue;
            }
            Optional<String> clearing = money.paymentAccount(deposit.channel().account(), deposit.paymentMethod());
            if (clearing.isPresent()) {
                add(clearing.get(), name, payment);
                continue;
            }
            UndepositedFunds.Found match = found.getOrDefault(payment, UndepositedFunds.Found.nothing());
            match.violation().ifPresent(violations::add);
            match.id().ifPresent(id -> {
                String earlier = taken.put(id, payment.transactionId());
                if (earlier == null) {
                    picked.addObject().put("id", Long.parseLong(id)).put("deposit", true);
                } else {
                    violations.add(new Violation(
                            ErrorCode.MATCH_AMBIGUOUS,
                            "payment",
                            "payments " + earlier + " and " + payment.transactionId()
                                    + " both stand in NetSuite as transaction " + id));
                }
            });
        }
    }

    private void account(MoneyOptions.Named account, DepositedPayment payment, String memo) {
        account.violation().ifPresent(violations::add);
        account.id().ifPresent(id -> add(id, memo, payment));
    }

    private void add(String account, String memo, DepositedPayment payment) {
        ObjectNode row = others.addObject();
        row.set("account", RecordClient.reference(row, account));
        row.put("amount", MoneyBody.plain(payment.amount()));
        row.put("memo", memo);
    }

    /** Rows of everything else; what the settings name no account for is told row by row. */
    void postings(BankDeposit deposit) {
        for (AccountPosting posting : deposit.postings()) {
            MoneyOptions.Named account = posting.category() == PostingCategory.PAYOUT_CLEARING
                    ? money.payoutClearing(deposit.channel().account())
                    : money.posting(posting.category(), posting.type());
            account.violation()
                    .ifPresent(missing -> violations.add(new Violation(
                            missing.code(), missing.field(), missing.message() + ": " + posting.amount())));
            account.id().ifPresent(id -> {
                ObjectNode row = others.addObject();
                row.set("account", RecordClient.reference(row, id));
                row.put("amount", MoneyBody.plain(posting.amount()));
                row.put("memo", LineBreaks.escaped(posting.memo()));
            });
        }
    }

    /** The payments that are picked. */
    ArrayNode picked() {
        return picked;
    }

    /** The rows against accounts. */
    ArrayNode others() {
        return others;
    }

    /** Why the deposit cannot be written. */
    List<Violation> violations() {
        return violations;
    }
}
