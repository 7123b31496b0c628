package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much of a sale can still be credited or refunded: pieces of each line, and money in all. Guarded by the account's
 * lock. Sentences are made up here.
 */
final class ReturnLimits {
    private final Account account;

    ReturnLimits(Account account) {
        this.account = account;
    }

    /** Refuses more than is left of the document that {@code draft} was made out of; free-standing drafts pass. */
    void check(ObjectNode draft, Optional<ObjectNode> before) {
        StoredRecord sale =
                account.transaction(Json.refId(draft, "createdFrom")).orElse(null);
        if (sale == null) {
            return;
        }
        ObjectNode sold = account.store().read(sale);
        BigDecimal money = Json.number(sold, "total")
                .subtract(returnedMoney(sale))
                .add(before.map(old -> Json.number(old, "total")).orElse(BigDecimal.ZERO));
        if (Json.number(draft, "total").compareTo(money) > 0) {
            throw Refusal.userError("The amount of "
                    + Json.number(draft, "total").toPlainString() + " is more than the " + money.toPlainString()
                    + " that remain of " + account.references().displayName(sale) + ".");
        }
        Map<Long, BigDecimal> left = leftByLine(sale);
        before.ifPresent(old -> Json.rows(old, "item")
                .forEach(line -> left.merge(line.path("orderLine").asLong(0), SaleLines.units(line), BigDecimal::add)));
        for (ObjectNode line : Json.rows(draft, "item")) {
            long number = line.path("orderLine").asLong(0);
            BigDecimal rest = left.getOrDefault(number, BigDecimal.ZERO).subtract(SaleLines.units(line));
            if (number != 0 && rest.signum() < 0) {
                throw Refusal.userError("The quantity "
                        + SaleLines.units(line).toPlainString() + " of line " + number + " is more than what remains"
                        + " of it on " + account.references().displayName(sale) + ".");
            }
            left.put(number, rest);
        }
    }

    /** Pieces of each line of a sale that were not credited or refunded yet. */
    Map<Long, BigDecimal> leftByLine(StoredRecord sale) {
        Map<Long, BigDecimal> left = new HashMap<>();
        for (ObjectNode line : Json.rows(account.store().read(sale), "item")) {
            left.put(line.path("line").asLong(), SaleLines.units(line));
        }
        for (StoredRecord made : returnsOf(sale)) {
            for (ObjectNode line : Json.rows(account.store().read(made), "item")) {
                left.merge(
                        line.path("orderLine").asLong(0), SaleLines.units(line).negate(), BigDecimal::add);
            }
        }
        return left;
    }

    /** Whether nothing of a sale was credited or refunded yet. */
    boolean isFirst(StoredRecord sale) {
        return returnsOf(sale).isEmpty();
    }

    private BigDecimal returnedMoney(StoredRecord sale) {
        return returnsOf(sale).stream()
                .map(made -> Json.number(account.store().read(made), "total"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<StoredRecord> returnsOf(StoredRecord sale) {
        return account.store().lookup("transaction", "createdfrom", sale.id()).stream()
                .flatMap(id -> Optional.ofNullable(account.store().at("transaction", id)).stream())
                .filter(made -> made.type().equals("creditMemo") || made.type().equals("cashRefund"))
                .toList();
    }
}
