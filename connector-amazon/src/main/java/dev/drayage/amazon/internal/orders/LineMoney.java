package dev.drayage.amazon.internal.orders;

import dev.drayage.model.Charge;
import dev.drayage.model.Discount;
import dev.drayage.model.Money;
import dev.drayage.model.TaxLine;
import java.util.List;

/**
 * What one line is worth, tied to Amazon's own total of the line where it gives one. Immutable.
 *
 * @param amount goods, all units together
 * @param discounts what is taken off
 * @param charges what is charged beside the goods
 * @param taxes tax in or on top of the price
 * @param taxWithheld tax on top that Amazon keeps and does not count in any total
 * @param total the line's share of the order's total
 * @param proved whether Amazon's total of the line confirms it
 */
record LineMoney(
        Money amount,
        List<Discount> discounts,
        List<Charge> charges,
        List<TaxLine> taxes,
        Money taxWithheld,
        Money total,
        boolean proved) {

    LineMoney {
        discounts = List.copyOf(discounts);
        charges = List.copyOf(charges);
        taxes = List.copyOf(taxes);
    }

    /** A line that is goods and nothing else. */
    static LineMoney goods(Money amount, boolean proved) {
        return new LineMoney(amount, List.of(), List.of(), List.of(), Money.zero(amount.currency()), amount, proved);
    }
}
