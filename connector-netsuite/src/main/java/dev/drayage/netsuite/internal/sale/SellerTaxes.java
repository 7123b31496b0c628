package dev.drayage.netsuite.internal.sale;

import dev.drayage.model.Charge;
import dev.drayage.model.LargestRemainder;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.SaleTransaction;
import dev.drayage.model.TaxLine;
import dev.drayage.netsuite.internal.order.LineTag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The tax that the seller remits, line by line: tax of a line belongs to its goods, tax on carriage to the carriage line, and tax
 * of the whole sale is shared out over the goods by largest remainder. Immutable.
 */
final class SellerTaxes {
    /** The tag of the carriage line. */
    static final String CARRIAGE = LineTag.of("", "shipping", 0);

    private final List<TaxShare> shares = new ArrayList<>();
    private final Money zero;
    private final long carriages;

    SellerTaxes(SaleTransaction sale) {
        zero = Money.zero(sale.currency());
        carriages = Stream.concat(
                        sale.charges().stream(), sale.lines().stream().flatMap(line -> line.charges().stream()))
                .filter(SellerTaxes::isCarriage)
                .count();
        boolean carried = carriages > 0;
        for (OrderLine line : sale.lines()) {
            for (TaxLine tax : line.taxes()) {
                add(tax, tax.subject() == TaxLine.Subject.SHIPPING && carried ? CARRIAGE : line.lineId());
            }
        }
        for (TaxLine tax : sale.taxes()) {
            if (tax.subject() == TaxLine.Subject.SHIPPING && carried) {
                add(tax, CARRIAGE);
            } else {
                spread(tax, sale, carried);
            }
        }
    }

    private static boolean isCarriage(Charge charge) {
        return charge.kind() == Charge.Kind.SHIPPING && !charge.amount().isZero();
    }

    private void add(TaxLine tax, String tag) {
        if (tax.remittedBy() == RemittedBy.SELLER && !tax.amount().isZero()) {
            shares.add(new TaxShare(tag, tax, tax.amount()));
        }
    }

    private void spread(TaxLine tax, SaleTransaction sale, boolean carried) {
        if (tax.remittedBy() != RemittedBy.SELLER || tax.amount().isZero()) {
            return;
        }
        if (sale.lines().isEmpty()) {
            shares.add(new TaxShare(carried ? CARRIAGE : "", tax, tax.amount()));
            return;
        }
        List<BigDecimal> weights = sale.lines().stream()
                .map(line -> line.amount().amount().max(BigDecimal.ZERO))
                .toList();
        List<Money> parts = LargestRemainder.share(tax.amount(), weights);
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).isZero()) {
                shares.add(new TaxShare(sale.lines().get(i).lineId(), tax, parts.get(i)));
            }
        }
    }

    /** Every share. */
    List<TaxShare> shares() {
        return shares;
    }

    /** Tax that the price of a line holds. */
    Money heldBy(String tag) {
        return sum(share -> share.tag().equals(tag) && share.tax().includedInPrice());
    }

    /** All tax, on top of prices or held by them. */
    Money total() {
        return sum(share -> true);
    }

    private Money sum(Predicate<TaxShare> counted) {
        Money sum = zero;
        for (TaxShare share : shares) {
            if (counted.test(share)) {
                sum = sum.plus(share.amount());
            }
        }
        return sum;
    }

    /** The one rate of all taxed lines, as a fraction: empty if a rate is not told or lines differ. */
    Optional<BigDecimal> rate() {
        Optional<BigDecimal> rate = Optional.empty();
        for (String tag : shares.stream().map(TaxShare::tag).distinct().toList()) {
            Optional<BigDecimal> own = rate(tag);
            if (own.isEmpty() || (rate.isPresent() && rate.get().compareTo(own.get()) != 0)) {
                return Optional.empty();
            }
            rate = own;
        }
        return rate;
    }

    /** What the taxes of a line come to; several carriages are one line, on which each of them tells its taxes again. */
    private Optional<BigDecimal> rate(String tag) {
        boolean repeated = tag.equals(CARRIAGE) && carriages > 1;
        Map<String, BigDecimal> told = new HashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (TaxShare share : shares) {
            if (!share.tag().equals(tag)) {
                continue;
            }
            if (share.tax().rate().isEmpty()) {
                return Optional.empty();
            }
            BigDecimal rate = share.tax().rate().get();
            BigDecimal before = repeated ? told.put(share.tax().name(), rate) : null;
            if (before != null && before.compareTo(rate) != 0) {
                return Optional.empty();
            }
            sum = before == null ? sum.add(rate) : sum;
        }
        return Optional.of(sum);
    }

    /** Whether a line is taxed. */
    boolean taxes(String tag) {
        return shares.stream().anyMatch(share -> share.tag().equals(tag));
    }
}
