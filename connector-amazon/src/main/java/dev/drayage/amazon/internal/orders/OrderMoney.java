package dev.drayage.amazon.internal.orders;

import dev.drayage.error.ErrorCode;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Ties the lines of an order to its {@code grandTotal}. A tip for the delivery stands at the order alone and may or may not
 * be in the total; a line that was cancelled as a whole may or may not be. Exactly what ties is taken. Immutable.
 *
 * @param total the order's total
 * @param lines the lines that count
 * @param tip a tip that is part of the total
 * @param tipOutside a tip that is not
 */
record OrderMoney(Money total, List<ReadLine> lines, Optional<Money> tip, Optional<Money> tipOutside) {

    OrderMoney {
        lines = List.copyOf(lines);
    }

    static OrderMoney tie(JsonValue order, List<ReadLine> read, Currency currency, boolean free)
            throws UnreadableOrder {
        boolean calledOff = read.stream().allMatch(ReadLine::isCancelled);
        List<ReadLine> lines = calledOff ? read : without(read, ReadLine::isCancelled);
        for (ReadLine line : lines) {
            refuseAmountOfCancelledUnits(line);
        }
        Optional<Money> stated = Amounts.find(order.at("proceeds"), "grandTotal");
        Optional<Money> tip = tip(order).filter(amount -> !amount.isZero());
        Money sum = sum(lines, currency);
        if (stated.isEmpty()) {
            if (free || lines.stream().allMatch(line -> line.money().proved())) {
                return new OrderMoney(sum, lines, Optional.empty(), tip);
            }
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH, "Amazon gives no total for the order, and not for each of its lines");
        }
        Money total = stated.get();
        if (total.equals(sum)) {
            return new OrderMoney(total, lines, Optional.empty(), tip);
        }
        if (tip.isPresent() && total.equals(sum.plus(tip.get()))) {
            return new OrderMoney(total, lines, tip, Optional.empty());
        }
        Money withCancelled = sum(read, currency);
        if (total.equals(withCancelled)
                || tip.map(withCancelled::plus).map(total::equals).orElse(false)) {
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH,
                    "Amazon's total of the order, " + total + ", still holds the amount of lines that were cancelled;"
                            + " the others add up to " + sum);
        }
        throw new UnreadableOrder(
                ErrorCode.TOTAL_MISMATCH,
                "Amazon's total of the order is " + total + " but its lines add up to " + sum
                        + tip.map(amount -> " and the tip is " + amount).orElse(""));
    }

    /** Whether an amount was reduced with its units shows where Amazon tells the price of one. */
    private static void refuseAmountOfCancelledUnits(ReadLine line) throws UnreadableOrder {
        if (line.cancelled().signum() == 0 || line.isCancelled()) {
            return;
        }
        Optional<Money> unit = Amounts.find(line.json().at("product").at("price"), "unitPrice");
        if (unit.isPresent()
                && unit.get().times(line.ordered()).equals(line.money().amount())) {
            throw new UnreadableOrder(
                    ErrorCode.TOTAL_MISMATCH,
                    "of line " + line.json().requiredText("orderItemId") + ", "
                            + line.cancelled().toPlainString() + " of "
                            + line.ordered().toPlainString()
                            + " units were cancelled, but its amount is still that of all");
        }
    }

    private static Optional<Money> tip(JsonValue order) throws UnreadableOrder {
        Optional<Money> tip = Optional.empty();
        for (JsonValue breakdown : order.at("proceeds").elements("breakdowns")) {
            if (Words.word(breakdown, "type").equals(Optional.of("DELIVERY_TIP"))) {
                Money amount = Amounts.required(breakdown, "subtotal");
                tip = Optional.of(tip.map(amount::plus).orElse(amount));
            }
        }
        return tip;
    }

    private static List<ReadLine> without(List<ReadLine> lines, Predicate<ReadLine> left) {
        return lines.stream().filter(left.negate()).toList();
    }

    private static Money sum(List<ReadLine> lines, Currency currency) {
        return lines.stream().map(line -> line.money().total()).reduce(Money.zero(currency), Money::plus);
    }
}
