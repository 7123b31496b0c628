package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * The accounts that documents post to when they name none. An account of each special kind that a test seeds is used;
 * without one an id stands in for it, and nothing is checked against a chart that nobody described. Guarded by the
 * account's lock.
 */
final class ChartOfAccounts {
    /** Record type of accounts: an open list, so that tests can seed any property. */
    static final String TYPE = "account";

    private static final String KIND = "acctType";

    private final Account account;

    ChartOfAccounts(Account account) {
        this.account = account;
    }

    String receivable() {
        return first(AccountKind.ACCOUNTS_RECEIVABLE, "900119");
    }

    String undepositedFunds() {
        return first(AccountKind.UNDEPOSITED_FUNDS, "900116");
    }

    String revenue() {
        return first(AccountKind.INCOME, "900054");
    }

    String salesTax() {
        return first(AccountKind.SALES_TAX, "900109");
    }

    String customerDeposits() {
        return first(AccountKind.CUSTOMER_DEPOSITS, "900133");
    }

    /** Where the money of a document lies: in the account it names, or in undeposited funds. */
    String moneyOf(ObjectNode body) {
        boolean waits =
                !Json.has(body, "account") || Json.refId(body, "undepFunds").equals("T");
        return waits ? undepositedFunds() : Json.refId(body, "account");
    }

    boolean waitsForDeposit(ObjectNode body) {
        return moneyOf(body).equals(undepositedFunds());
    }

    /** The account named by {@code field}, or the receivables account. */
    String receivableOf(ObjectNode body, String field) {
        return Json.has(body, field) ? Json.refId(body, field) : receivable();
    }

    /** Refuses an account that is known to be of another kind. */
    void require(ObjectNode draft, String field, AccountKind kind) {
        String id = Json.refId(draft, field);
        boolean other = find(id).filter(body -> Json.has(body, KIND))
                .filter(body -> !body.path(KIND).asText().equals(kind.code()))
                .isPresent();
        if (other) {
            throw Refusal.invalidFieldValue(id, field, field);
        }
    }

    /** Currency of an account that keeps one; bank accounts do. */
    Optional<String> currencyOf(String id) {
        return find(id).map(body -> Json.refId(body, "currency")).filter(currency -> !currency.isEmpty());
    }

    private Optional<ObjectNode> find(String id) {
        return account.references().find(TYPE, id).map(found -> account.store().read(found));
    }

    private String first(AccountKind kind, String standIn) {
        for (StoredRecord record : account.store().all(TYPE, Long.MIN_VALUE)) {
            if (account.store().read(record).path(KIND).asText().equals(kind.code())) {
                return record.id();
            }
        }
        return standIn;
    }
}
