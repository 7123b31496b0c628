package dev.drayage.shopify.internal.refunds;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.LargestRemainder;
import dev.drayage.model.Money;
import dev.drayage.model.RemittedBy;
import dev.drayage.model.TaxLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Tax that was given back. A refund tells one sum; who remits it is told by the tax lines of what was sold: where some of them are the
 * marketplace's to remit and some are the seller's, the sum is shared out by their amounts. Immutable.
 *
 * @param basis the currency
 * @param included whether prices hold their tax
 */
record RefundedTaxes(Basis basis, boolean included) {
    /**
     * The tax of one part of a refund.
     *
     * @param sold what was sold, with its {@code taxLines}
     */
    List<TaxLine> of(Money sum, TaxLine.Subject subject, JsonValue sold) throws UnreadableRefund {
        if (sum.isZero()) {
            return List.of();
        }
        BigDecimal seller = BigDecimal.ZERO;
        BigDecimal marketplace = BigDecimal.ZERO;
        boolean liable = !sold.elements("taxLines").isEmpty();
        for (JsonValue tax : sold.elements("taxLines")) {
            BigDecimal amount = basis.amount(tax.at("priceSet")).amount().abs();
            if (tax.at("channelLiable").flag().orElse(false)) {
                marketplace = marketplace.add(amount);
            } else {
                liable = false;
                seller = seller.add(amount);
            }
        }
        if (liable || marketplace.signum() == 0) {
            return List.of(new TaxLine(subject, sum, liable ? RemittedBy.MARKETPLACE : RemittedBy.SELLER, included));
        }
        List<Money> shares = LargestRemainder.share(sum, List.of(seller, marketplace));
        List<TaxLine> taxes = new ArrayList<>();
        add(taxes, subject, shares.get(0), RemittedBy.SELLER);
        add(taxes, subject, shares.get(1), RemittedBy.MARKETPLACE);
        return taxes;
    }

    private void add(List<TaxLine> taxes, TaxLine.Subject subject, Money share, RemittedBy remitter) {
        if (!share.isZero()) {
            taxes.add(new TaxLine(subject, share, remitter, included));
        }
    }
}
