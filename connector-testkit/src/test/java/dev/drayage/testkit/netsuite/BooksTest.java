package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people do in whatever order, the books stay in balance and nothing is paid twice. */
class BooksTest {
    private static final List<String> MONEY = List.of("cashSale", "customerPayment", "customerDeposit", "cashRefund");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void books_stay_in_balance(long seed) {
        Random chance = new Random(seed);
        try (MoneyAccount netSuite = MoneyAccount.open(settings ->
                settings.with(AccountPreference.SUITE_TAX).with(AccountPreference.APPLY_DEPOSITS_AUTOMATICALLY))) {
            int refused = 0;
            for (int step = 0; step < 500; step++) {
                try {
                    act(netSuite, chance);
                } catch (Refusal refusal) {
                    refused++;
                }
            }
            assertThat(refused).isBetween(1, 450);
            check(netSuite.simulator().books());
        }
    }

    private static void act(MoneyAccount netSuite, Random chance) {
        Clerk clerk = netSuite.simulator().clerk();
        Bookkeeper bookkeeper = netSuite.simulator().bookkeeper();
        BigDecimal amount = new BigDecimal(chance.nextInt(1, 9000)).movePointLeft(2);
        String sale = MoneyAccount.sale("110", "1", amount.toPlainString());
        switch (chance.nextInt(13)) {
            case 0 -> clerk.enter("salesOrder", sale);
            case 1 -> clerk.enter("invoice", sale);
            case 2 -> clerk.enter("cashSale", sale);
            case 3 -> bookkeeper.enterDeposit(any(netSuite, chance, "salesOrder"), amount);
            case 4 -> {
                String order = clerk.enter("salesOrder", sale);
                bookkeeper.enterDeposit(order, amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.UP));
                clerk.invoice(order, "{}");
            }
            case 5 -> bookkeeper.enterPayment(any(netSuite, chance, "invoice"), amount);
            case 6 -> bookkeeper.credit(any(netSuite, chance, "invoice"), "{}");
            case 7 -> bookkeeper.refund(any(netSuite, chance, "cashSale"), "{}");
            case 8 -> bookkeeper.payOut("creditMemo", any(netSuite, chance, "creditMemo"), amount, MoneyAccount.BANK);
            case 9 ->
                bookkeeper.payOut(
                        "customerDeposit", any(netSuite, chance, "customerDeposit"), amount, MoneyAccount.UNDEPOSITED);
            case 10 -> {
                String kind = MONEY.get(chance.nextInt(MONEY.size()));
                bookkeeper.deposit(MoneyAccount.BANK, List.of(any(netSuite, chance, kind)));
            }
            case 11 -> bookkeeper.voidDocument("customerPayment", any(netSuite, chance, "customerPayment"));
            default -> {
                String kind = List.of("customerPayment", "creditMemo", "depositApplication", "deposit", "invoice")
                        .get(chance.nextInt(5));
                bookkeeper.delete(kind, any(netSuite, chance, kind));
            }
        }
    }

    private static String any(MoneyAccount netSuite, Random chance, String recordType) {
        List<StoredRecord> records = netSuite.simulator().records(recordType);
        if (records.isEmpty()) {
            throw Refusal.nonexistent();
        }
        return records.get(chance.nextInt(records.size())).id();
    }

    private static void check(Books books) {
        Map<String, BigDecimal> byTransaction = new TreeMap<>();
        books.postings()
                .forEach(posting -> byTransaction.merge(posting.transactionId(), posting.amount(), BigDecimal::add));
        assertThat(byTransaction.values())
                .isNotEmpty()
                .allSatisfy(sum -> assertThat(sum).isZero());
        List<Books.Transaction> transactions = books.transactions();
        assertThat(transactions)
                .allSatisfy(transaction -> assertThat(transaction.open()).isNotNegative());
        assertThat(transactions.stream().map(Books.Transaction::type).distinct())
                .contains("CustInvc", "CustPymt", "CustDep", "DepAppl", "CustCred", "CashRfnd", "Deposit");
        assertThat(books.balance(MoneyAccount.RECEIVABLE, "1"))
                .isEqualByComparingTo(sum(transactions, "invoice")
                        .subtract(sum(transactions, "creditMemo"))
                        .subtract(sum(transactions, "customerPayment")));
        assertThat(books.balance("133", "1"))
                .isEqualByComparingTo(sum(transactions, "customerDeposit").negate());
        BigDecimal all = books.balances("1").values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(all).isZero();
    }

    /** What is still open of all transactions of a type. */
    private static BigDecimal sum(List<Books.Transaction> transactions, String recordType) {
        List<BigDecimal> open = new ArrayList<>();
        transactions.stream()
                .filter(transaction -> transaction.recordType().equals(recordType))
                .forEach(transaction -> open.add(transaction.open()));
        return open.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
