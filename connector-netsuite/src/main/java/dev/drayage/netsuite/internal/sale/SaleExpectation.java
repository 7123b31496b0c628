package dev.drayage.netsuite.internal.sale;

import dev.drayage.model.Money;
import dev.drayage.model.OrderTotals;
import dev.drayage.model.SaleTransaction;
import dev.drayage.netsuite.MarketplaceTax;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.internal.options.SaleOptions;

/** What the account's own total must come to: the channel's total without the tax that the settings leave out. Stateless. */
public final class SaleExpectation {
    private SaleExpectation() {}

    /** The total. */
    public static Money total(SaleTransaction sale, SaleOptions options) {
        OrderTotals.Sums sums = OrderTotals.sums(sale);
        Money total = sums.goods().plus(sums.charges()).minus(sums.discounts());
        if (options.sellerTax().orElse(SellerTax.LINE) != SellerTax.OMIT) {
            total = total.plus(sums.sellerTax());
        }
        if (options.marketplaceTax() == MarketplaceTax.LINE) {
            total = total.plus(sums.marketplaceTax());
        }
        return total;
    }
}
