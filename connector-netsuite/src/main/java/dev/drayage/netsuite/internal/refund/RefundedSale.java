package dev.drayage.netsuite.internal.refund;

import dev.drayage.model.CashSale;
import dev.drayage.model.Charge;
import dev.drayage.model.OrderLine;
import dev.drayage.model.Refund;
import dev.drayage.model.RefundLine;
import java.util.List;
import java.util.stream.Stream;

/** A refund as the sale that it takes back: the same lines, charges and taxes, so that both are booked alike. Stateless. */
final class RefundedSale {
    private RefundedSale() {}

    static CashSale of(Refund refund) {
        return CashSale.builder()
                .ref(refund.ref())
                .number(refund.number())
                .placedAt(refund.refundedAt())
                .currency(refund.currency())
                .lines(refund.lines().stream().map(RefundedSale::line).toList())
                .charges(Stream.concat(
                                refund.charges().stream(),
                                refund.adjustments().stream()
                                        .map(adjustment -> new Charge(
                                                Charge.Kind.OTHER,
                                                adjustment.amount(),
                                                "Refund: " + adjustment.reason())))
                        .toList())
                .taxes(refund.taxes())
                .total(refund.total())
                .channel(refund.channel())
                .customFields(refund.customFields())
                .build();
    }

    private static OrderLine line(RefundLine line) {
        return OrderLine.builder()
                .lineId(line.line().value())
                .sku(line.sku())
                .quantity(line.quantity())
                .amount(line.amount())
                .taxes(line.taxes())
                .title(returns(line) ? "Returned" : "Refunded " + line.sku() + ", not back in stock")
                .build();
    }

    /** Whether a line of the sale that is taken back puts goods into stock again. */
    static boolean returns(RefundLine line) {
        return line.restock() == RefundLine.Restock.RETURNED;
    }

    /** The refund's line that a line of its sale stands for. */
    static RefundLine origin(Refund refund, OrderLine line, List<OrderLine> lines) {
        return refund.lines().get(lines.indexOf(line));
    }
}
