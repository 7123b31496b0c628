package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Translated;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.AccountPosting;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.model.PostingCategory;
import dev.drayage.spi.Effect;
import dev.drayage.testing.SampleBooks;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Payouts drawn from a seed: whatever they are made of, what is booked comes to what reached the bank, and nothing is lost. */
class PayoutPartsTest {
    private static final AccountId ERP = new AccountId("erp", "E1");
    private static final AccountId SHOP = new AccountId("shop", "S1");
    private static final List<String> WORDS =
            List.of("CHARGE", "ADJUSTMENT", "SHOPIFY_COLLECTIVE_DEBIT", "RESERVED_FUNDS", "MYSTERY");

    private final long seed = Long.getLong("drayage.seed", new Random().nextLong());
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void parts_of_deposit_and_journal_entry_always_come_to_the_payout() {
        System.out.println("PayoutPartsTest seed " + seed);
        int taking = 0;
        for (int round = 0; round < 2_000; round++) {
            Payout payout = payout();
            PayoutSyncs.Fees fees = random.nextBoolean() ? PayoutSyncs.Fees.SUMMED : PayoutSyncs.Fees.SINGLE;
            List<Effect<?>> effects = effects(payout, fees);
            String what = "seed " + seed + " round " + round;
            BankDeposit deposit = (BankDeposit) effects.get(0).record();
            BigDecimal bank = deposit.total().amount();
            BigDecimal clearing = BigDecimal.ZERO;
            if (payout.net().signum() < 0) {
                taking++;
                assertThat(effects).as(what).hasSize(2);
                assertThat(effects.get(1).after())
                        .as(what)
                        .containsExactly(effects.get(0).key());
                JournalEntry journal = (JournalEntry) effects.get(1).record();
                for (JournalEntry.Line line : journal.lines()) {
                    if (line.account().kind() == JournalEntry.AccountName.Kind.BANK) {
                        bank = bank.add(line.amount().amount());
                    } else {
                        clearing = clearing.add(line.amount().amount());
                    }
                }
            } else {
                assertThat(effects).as(what).hasSize(1);
            }
            assertThat(bank).as(what).isEqualByComparingTo(payout.net().amount());
            assertThat(sum(deposit))
                    .as(what)
                    .isEqualByComparingTo(deposit.total().amount());
            assertThat(sumOf(deposit, PostingCategory.PAYOUT_CLEARING)).as(what).isEqualByComparingTo(clearing);
            assertThat(paymentsOf(deposit)).as(what).containsExactlyElementsOf(paymentsOf(payout));
            for (PostingCategory category : PostingCategory.values()) {
                if (category != PostingCategory.PAYOUT_CLEARING) {
                    assertThat(sumOf(deposit, category))
                            .as(what + " " + category)
                            .isEqualByComparingTo(sumOf(payout, category));
                }
            }
            assertThat(deposit.postings())
                    .as(what)
                    .noneMatch(posting -> posting.amount().isZero());
        }
        assertThat(taking).as("payouts that take money, seed " + seed).isBetween(200, 1_800);
    }

    @Test
    void a_payout_that_is_off_by_a_cent_is_never_booked() {
        System.out.println("PayoutPartsTest seed " + seed);
        for (int round = 0; round < 500; round++) {
            Payout payout = payout();
            Payout off = Payout.builder()
                    .from(payout)
                    .net(payout.net().plus(SampleBooks.usd(random.nextBoolean() ? "0.01" : "-0.01")))
                    .build();
            Translated translated = new PayoutTranslation(ERP, PayoutSyncs.Options.standard()).translate(off);
            assertThat(translated).as("seed " + seed + " round " + round).isInstanceOf(Translated.Park.class);
            assertThat(((Translated.Park) translated).violations().code()).isEqualTo(ErrorCode.TOTAL_MISMATCH);
        }
    }

    @Test
    void of_many_wrong_rows_twenty_are_named_and_the_rest_counted() {
        List<PayoutEntry> rows = new ArrayList<>();
        for (int row = 0; row < 23; row++) {
            rows.add(SampleBooks.row("w" + row, PayoutEntry.Kind.PAYMENT, PostingCategory.OTHER, "CHARGE", "1", "0")
                    .build());
        }
        Payout payout =
                SampleBooks.payout(SHOP, "1", "23", Instant.EPOCH).entries(rows).build();
        Translated.Park park =
                (Translated.Park) new PayoutTranslation(ERP, PayoutSyncs.Options.standard()).translate(payout);
        assertThat(park.violations().message())
                .contains("CHARGE w0:", "CHARGE w19:")
                .endsWith("; and 3 more");
    }

    private static List<Effect<?>> effects(Payout payout, PayoutSyncs.Fees fees) {
        PayoutSyncs.Options options = PayoutSyncs.Options.standard().with(fees);
        return ((Translated.Effects) new PayoutTranslation(ERP, options).translate(payout)).effects();
    }

    private Payout payout() {
        List<PayoutEntry> rows = new ArrayList<>();
        BigDecimal net = BigDecimal.ZERO;
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            PayoutEntry row = row(i);
            rows.add(row);
            net = net.add(row.net().amount());
        }
        return SampleBooks.payout(SHOP, "1", net.toPlainString(), Instant.EPOCH)
                .entries(rows)
                .build();
    }

    private PayoutEntry row(int i) {
        PayoutEntry.Kind kind = drawn(List.of(PayoutEntry.Kind.values()));
        PostingCategory category = kind == PayoutEntry.Kind.POSTING ? category() : PostingCategory.OTHER;
        String fee = random.nextInt(3) == 0 ? "0" : cents(-200, 900);
        PayoutEntry.Builder row = SampleBooks.row("r" + i, kind, category, drawn(WORDS), cents(-20_000, 20_000), fee);
        return kind == PayoutEntry.Kind.POSTING
                ? row.build()
                : row.transactionId("T" + i).build();
    }

    /** Any but the one that only books make. */
    private PostingCategory category() {
        PostingCategory drawn = drawn(List.of(PostingCategory.values()));
        return drawn == PostingCategory.PAYOUT_CLEARING ? PostingCategory.OTHER : drawn;
    }

    private <T> T drawn(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String cents(int least, int most) {
        return BigDecimal.valueOf(random.nextInt(least, most), 2).toPlainString();
    }

    private static BigDecimal sum(BankDeposit deposit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DepositedPayment payment : deposit.payments()) {
            sum = sum.add(payment.amount().amount());
        }
        for (AccountPosting posting : deposit.postings()) {
            sum = sum.add(posting.amount().amount());
        }
        return sum;
    }

    private static BigDecimal sumOf(BankDeposit deposit, PostingCategory category) {
        return deposit.postings().stream()
                .filter(posting -> posting.category() == category)
                .map(posting -> posting.amount().amount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sumOf(Payout payout, PostingCategory category) {
        BigDecimal sum = BigDecimal.ZERO;
        for (PayoutEntry row : payout.entries()) {
            if (row.kind() == PayoutEntry.Kind.POSTING && row.category() == category) {
                sum = sum.add(row.amount().amount());
            }
            if (category == PostingCategory.FEE) {
                sum = sum.subtract(row.fee().amount());
            }
        }
        return sum;
    }

    private static List<String> paymentsOf(BankDeposit deposit) {
        return deposit.payments().stream()
                .map(payment -> payment.transactionId() + " " + payment.amount())
                .toList();
    }

    private static List<String> paymentsOf(Payout payout) {
        return payout.entries().stream()
                .filter(row -> row.kind() != PayoutEntry.Kind.POSTING)
                .map(row -> row.transactionId().orElseThrow() + " " + row.amount())
                .toList();
    }
}
