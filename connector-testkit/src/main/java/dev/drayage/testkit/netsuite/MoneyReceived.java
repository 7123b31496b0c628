package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What payments and deposits of customers have in common. Guarded by the account's lock. */
final class MoneyReceived {
    private final Account account;
    private final SaleHeader header;
    private final Settlement settlement;

    MoneyReceived(Account account, SaleHeader header, Settlement settlement) {
        this.account = account;
        this.header = header;
        this.settlement = settlement;
    }

    /** Customer, subsidiary, currency, day and period; and where the money goes. */
    void complete(ObjectNode draft, Optional<ObjectNode> before) {
        header.complete(draft, "customer");
        header.checkPeriod(draft, before);
        if (Json.refId(draft, "undepFunds").equals("F") && !Json.has(draft, "account")) {
            throw Refusal.missing("Account");
        }
        before.ifPresent(old -> refuseChangeOfDeposited(draft, old));
    }

    void requirePositive(ObjectNode draft) {
        if (!Json.has(draft, "payment")) {
            throw Refusal.missing("Payment Amount");
        }
        if (Json.number(draft, "payment").signum() <= 0) {
            throw Refusal.userError("The payment amount must be positive.");
        }
    }

    void checkDelete(StoredRecord record) {
        settlement.refuseLinked(record);
        account.periods()
                .refuseClosed(LocalDate.parse(
                        account.store().read(record).path("tranDate").asText()));
    }

    /** Money that a bank deposit took along keeps its amount and its place; the sentence is made up here. */
    static void refuseChangeOfDeposited(ObjectNode draft, ObjectNode old) {
        boolean moved = Json.has(old, "$bankDeposit");
        boolean same = Settlement.amount(draft).compareTo(Settlement.amount(old)) == 0
                && List.of("account", "undepFunds", "currency").stream()
                        .allMatch(field -> Json.refId(draft, field).equals(Json.refId(old, field)));
        if (moved && !same) {
            throw Refusal.userError("This transaction cannot be changed because it has been deposited.");
        }
    }

    /** What others took of a payment or deposit before this change. */
    static BigDecimal usedByOthers(ObjectNode old) {
        return Json.number(old, "$used");
    }
}
