package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The account's books for somebody who checks them independently: transactions with their lines, what each posts, and
 * balances. Read only and always as things stand now. Thread-safe.
 *
 * <p>Amounts are in the currency of the transaction. A debit is positive, a credit negative.
 */
public final class Books {
    private final Account account;

    Books(Account account) {
        this.account = account;
    }

    /**
     * A transaction.
     *
     * @param recordType record type in camel case
     * @param type code of the type, such as {@code CustInvc}
     * @param id internal id
     * @param externalId external id, empty text for none
     * @param day the day of the books
     * @param customerId internal id of the customer, empty text for none
     * @param currencyId internal id of the currency
     * @param status status letter, empty text for types without one
     * @param total what it comes to, never negative
     * @param open what can still be applied to it or from it
     * @param lines item lines of sales, account lines of journals and bank deposits
     */
    public record Transaction(
            String recordType,
            String type,
            String id,
            String externalId,
            LocalDate day,
            String customerId,
            String currencyId,
            String status,
            BigDecimal total,
            BigDecimal open,
            List<Line> lines) {

        /** Copies the lines. */
        public Transaction {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line of a transaction.
     *
     * @param number number of the line
     * @param itemId internal id of the item, empty text for account lines
     * @param accountId internal id of the account, empty text for item lines
     * @param quantity pieces, zero for account lines
     * @param amount amount as it stands on the line; the debit less the credit in journals
     */
    public record Line(long number, String itemId, String accountId, BigDecimal quantity, BigDecimal amount) {}

    /**
     * One side of an entry in the general ledger.
     *
     * @param transactionId internal id of the transaction
     * @param accountId internal id of the account
     * @param currencyId internal id of the currency
     * @param amount positive for a debit, negative for a credit
     */
    public record Posting(String transactionId, String accountId, String currencyId, BigDecimal amount) {}

    /** All transactions by internal id. */
    public List<Transaction> transactions() {
        synchronized (account) {
            List<Transaction> found = new ArrayList<>();
            account.store().all("transaction", Long.MIN_VALUE).forEach(record -> found.add(transaction(record)));
            return found;
        }
    }

    /** One transaction by internal id. */
    public Optional<Transaction> transaction(String id) {
        synchronized (account) {
            return account.transaction(id).map(this::transaction);
        }
    }

    /** What a transaction posts; nothing for orders, fulfilments and what was voided. */
    public List<Posting> postings(String transactionId) {
        synchronized (account) {
            return account.transaction(transactionId).map(this::postings).orElse(List.of());
        }
    }

    /** All postings in the order of their transactions. */
    public List<Posting> postings() {
        synchronized (account) {
            List<Posting> found = new ArrayList<>();
            account.store().all("transaction", Long.MIN_VALUE).forEach(record -> found.addAll(postings(record)));
            return found;
        }
    }

    /** What all postings to an account in a currency come to. */
    public BigDecimal balance(String accountId, String currencyId) {
        return postings().stream()
                .filter(posting -> posting.accountId().equals(accountId)
                        && posting.currencyId().equals(currencyId))
                .map(Posting::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Balances in a currency by internal id of the account; accounts that come to zero stay in. */
    public Map<String, BigDecimal> balances(String currencyId) {
        Map<String, BigDecimal> balances = new TreeMap<>();
        for (Posting posting : postings()) {
            if (posting.currencyId().equals(currencyId)) {
                balances.merge(posting.accountId(), posting.amount(), BigDecimal::add);
            }
        }
        return balances;
    }

    /** Internal id of the account that documents of that kind post to when they name none. */
    public String accountOf(AccountKind kind) {
        synchronized (account) {
            ChartOfAccounts chart = account.chart();
            return switch (kind) {
                case ACCOUNTS_RECEIVABLE -> chart.receivable();
                case UNDEPOSITED_FUNDS -> chart.undepositedFunds();
                case INCOME -> chart.revenue();
                case SALES_TAX -> chart.salesTax();
                case CUSTOMER_DEPOSITS -> chart.customerDeposits();
                case BANK, OTHER_CURRENT_ASSET, OTHER_CURRENT_LIABILITY, EXPENSE ->
                    throw new IllegalArgumentException("Documents name their " + kind + " account themselves.");
            };
        }
    }

    private Transaction transaction(StoredRecord record) {
        ObjectNode body = account.store().read(record);
        List<Line> lines = new ArrayList<>();
        for (ObjectNode line : Json.rows(body, record.recordType().lineList())) {
            BigDecimal amount = record.type().equals("journalEntry")
                    ? Json.number(line, "debit").subtract(Json.number(line, "credit"))
                    : Json.number(line, "amount");
            lines.add(new Line(
                    line.path("line").asLong(),
                    Json.refId(line, "item"),
                    Json.refId(line, "account"),
                    Json.number(line, "quantity"),
                    amount));
        }
        boolean journal = record.type().equals("journalEntry");
        boolean applies = List.of("invoice", "creditMemo", "customerPayment", "customerDeposit")
                .contains(record.type());
        return new Transaction(
                record.type(),
                record.recordType().code(),
                record.id(),
                record.externalId().orElse(""),
                LocalDate.parse(body.path("tranDate").asText()),
                Json.refId(TransactionAmounts.withEntity(body), "entity"),
                Json.refId(body, "currency"),
                record.status(),
                journal ? Json.number(body, "debitTotal") : Settlement.amount(body),
                applies ? new Settlement(account).open(record) : BigDecimal.ZERO,
                lines);
    }

    private List<Posting> postings(StoredRecord record) {
        String currency = Json.refId(account.store().read(record), "currency");
        return new Ledger(account)
                .entries(record).stream()
                        .map(entry -> new Posting(record.id(), entry.accountId(), currency, entry.amount()))
                        .toList();
    }
}
