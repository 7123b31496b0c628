package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.AccountPosting;
import dev.drayage.model.BankDeposit;
import dev.drayage.model.DepositedPayment;
import dev.drayage.model.JournalEntry;
import dev.drayage.model.Money;
import dev.drayage.model.Payout;
import dev.drayage.model.PayoutEntry;
import dev.drayage.model.PostingCategory;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From a payout to a bank deposit. A payout that takes money is a deposit of nothing, which settles what it is made of against
 * a clearing account, and a journal entry that moves the sum from the bank there. What failed or was called off is not booked:
 * its money comes with a later payout.
 */
final class PayoutTranslation implements Translation<Payout> {
    private static final int NAMED_AT_MOST = 20;

    private final AccountId erp;
    private final PayoutSyncs.Options options;

    PayoutTranslation(AccountId erp, PayoutSyncs.Options options) {
        this.erp = erp;
        this.options = options;
    }

    @Override
    public Translated translate(Payout payout) {
        return switch (payout.status()) {
            case SCHEDULED -> new Translated.Skip("not paid yet");
            case FAILED -> withdraw(payout, "the bank refused it");
            case CANCELLED -> withdraw(payout, "called off at the channel");
            case UNKNOWN ->
                park(ErrorCode.VALUE_UNKNOWN, "payout " + payout.ref().id() + " has a status of an unknown kind");
            case PAID -> book(payout);
        };
    }

    private Translated book(Payout payout) {
        Optional<String> mismatch;
        try {
            mismatch = mismatch(payout);
        } catch (IllegalArgumentException e) {
            return park(ErrorCode.CURRENCY_MISMATCH, "payout " + payout.ref().id() + " mixes currencies");
        }
        return mismatch.map(message ->
                        park(ErrorCode.TOTAL_MISMATCH, "payout " + payout.ref().id() + ": " + message))
                .orElseGet(() -> new Translated.Effects(effects(payout)));
    }

    /** Why the rows do not prove the payout, with every row that is wrong in itself, else the sums by kind of row. */
    private static Optional<String> mismatch(Payout payout) {
        List<String> wrong = new ArrayList<>();
        Map<String, Money> sums = new LinkedHashMap<>();
        Money sum = Money.zero(payout.net().currency());
        for (PayoutEntry entry : payout.entries()) {
            Money own = entry.amount().minus(entry.fee());
            if (own.compareTo(entry.net()) != 0) {
                wrong.add(entry.type() + " " + entry.id() + ": " + entry.amount() + " less fee " + entry.fee()
                        + " is not " + entry.net());
            }
            if (entry.kind() != PayoutEntry.Kind.POSTING
                    && entry.transactionId().isEmpty()) {
                wrong.add(entry.type() + " " + entry.id() + ": names no payment");
            }
            sum = sum.plus(entry.net());
            sums.merge(entry.type(), entry.net(), Money::plus);
        }
        if (!wrong.isEmpty()) {
            int more = Math.max(0, wrong.size() - NAMED_AT_MOST);
            return Optional.of(String.join("; ", wrong.subList(0, wrong.size() - more))
                    + (more == 0 ? "" : "; and " + more + " more"));
        }
        Money difference = payout.net().minus(sum);
        return difference.isZero()
                ? Optional.empty()
                : Optional.of(
                        "it is " + payout.net() + " but its " + payout.entries().size() + " rows come to " + sum
                                + ": difference " + difference + "; rows by kind: " + sums);
    }

    private List<Effect<?>> effects(Payout payout) {
        List<DepositedPayment> payments = new ArrayList<>();
        List<AccountPosting> postings = new ArrayList<>();
        Map<String, Money> fees = new LinkedHashMap<>();
        for (PayoutEntry entry : payout.entries()) {
            if (entry.kind() == PayoutEntry.Kind.POSTING) {
                postings.add(new AccountPosting(
                        entry.category(), entry.type(), entry.amount(), entry.type() + " " + entry.id()));
            } else {
                payments.add(
                        new DepositedPayment(entry.transactionId().orElseThrow(), entry.orderId(), entry.amount()));
            }
            if (!entry.fee().isZero()) {
                if (options.fees() == PayoutSyncs.Fees.SINGLE) {
                    postings.add(fee(entry.type(), entry.fee(), "Fee of " + entry.type() + " " + entry.id()));
                } else {
                    fees.merge(entry.type(), entry.fee(), Money::plus);
                }
            }
        }
        fees.forEach((type, fee) -> postings.add(fee(type, fee, "Fees of " + type)));
        postings.removeIf(posting -> posting.amount().isZero());
        return payout.net().signum() >= 0
                ? List.of(deposit(payout, payout.net(), payments, postings))
                : taking(payout, payments, postings);
    }

    private static AccountPosting fee(String type, Money fee, String memo) {
        return new AccountPosting(PostingCategory.FEE, type + "_FEE", fee.negate(), memo);
    }

    private List<Effect<?>> taking(Payout payout, List<DepositedPayment> payments, List<AccountPosting> postings) {
        Money taken = payout.net().negate();
        postings.add(AccountPosting.clearing(taken, "Taken by the channel"));
        Effect<BankDeposit> deposit = deposit(payout, Money.zero(taken.currency()), payments, postings);
        JournalEntry entry = JournalEntry.builder()
                .ref(payout.ref())
                .postedAt(payout.issuedAt())
                .currency(taken.currency())
                .addLines(
                        new JournalEntry.Line(JournalEntry.AccountName.payoutClearing(), taken, "Taken by the channel"),
                        new JournalEntry.Line(JournalEntry.AccountName.bank(), taken.negate(), "Taken by the channel"))
                .memo(payout.channel().account().system() + " payout "
                        + payout.ref().id())
                .channel(payout.channel())
                .build();
        Effect<JournalEntry> journal = Effect.of(
                new EffectKey(payout.ref(), erp, RecordType.JOURNAL_ENTRY.name()),
                lane(payout),
                RecordType.JOURNAL_ENTRY,
                entry,
                Effect.Mode.CREATE_ONCE);
        return List.of(deposit, journal.after(Set.of(deposit.key())));
    }

    private Effect<BankDeposit> deposit(
            Payout payout, Money total, List<DepositedPayment> payments, List<AccountPosting> postings) {
        BankDeposit deposit = BankDeposit.builder()
                .ref(payout.ref())
                .issuedAt(payout.issuedAt())
                .total(total)
                .payments(payments)
                .postings(postings)
                .number(payout.ref().id())
                .paymentMethod(payout.paymentMethod())
                .channel(payout.channel())
                .customFields(payout.customFields())
                .build();
        return Effect.of(
                new EffectKey(payout.ref(), erp, RecordType.BANK_DEPOSIT.name()),
                lane(payout),
                RecordType.BANK_DEPOSIT,
                deposit,
                Effect.Mode.CREATE_ONCE);
    }

    /** Its deposit is looked for by its name alone: a payout that failed may have given its rows to a later one. */
    private Translated withdraw(Payout payout, String reason) {
        Money nothing = Money.zero(payout.net().currency());
        return new Translated.Withdraw(List.of(deposit(payout, nothing, List.of(), List.of())), reason);
    }

    private static Translated park(ErrorCode code, String message) {
        return new Translated.Park(Violations.of(code, "net", message));
    }

    private static String lane(Payout payout) {
        return "payout/" + payout.ref().id();
    }
}
