package dev.drayage.testing;

import dev.drayage.model.AccountId;
import dev.drayage.model.Buyer;
import dev.drayage.model.Charge;
import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderLine;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.SalesOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Set;

/** Small orders whose parts tie to their totals. */
public final class SampleOrders {
    private SampleOrders() {}

    /** An order that the merchant ships: two of one article, one of another, with carriage. */
    public static SalesOrder merchant(AccountId shop, String id, Instant at) {
        return order(shop, id, at).build();
    }

    /** An order that the channel has shipped. */
    public static SalesOrder channel(AccountId shop, String id, Instant at) {
        return order(shop, id, at)
                .fulfilledBy(FulfilledBy.CHANNEL)
                .status(OrderStatus.SHIPPED)
                .build();
    }

    /** A builder of the first kind. */
    public static SalesOrder.Builder order(AccountId shop, String id, Instant at) {
        return SalesOrder.builder()
                .ref(RecordRef.of(shop, RecordType.SALES_ORDER, id))
                .number(id)
                .placedAt(at)
                .updatedAt(at)
                .currency(Currency.getInstance("USD"))
                .buyer(Buyer.builder()
                        .name("Robin Example")
                        .email("robin-" + id + "@example.com")
                        .build())
                .addLines(line("L1", "MUG-BLUE", 2, "39.90"), line("L2", "TEE-BLACK", 1, "12.00"))
                .addCharges(new Charge(Charge.Kind.SHIPPING, Money.of("7.95", "USD")))
                .total(Money.of("59.85", "USD"))
                .channel(new SalesChannel(shop, "MARKET", Set.of()))
                .status(OrderStatus.OPEN)
                .fulfilledBy(FulfilledBy.MERCHANT);
    }

    /** A line of an order. */
    public static OrderLine line(String id, String sku, int quantity, String amount) {
        return OrderLine.builder()
                .lineId(id)
                .sku(sku)
                .quantity(BigDecimal.valueOf(quantity))
                .amount(Money.of(amount, "USD"))
                .build();
    }
}
