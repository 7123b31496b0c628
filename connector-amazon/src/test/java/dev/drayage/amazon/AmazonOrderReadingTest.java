package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.FulfilledBy;
import dev.drayage.model.Money;
import dev.drayage.model.OrderStatus;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AmazonOrderReadingTest {
    private final SellerCentral seller = new SellerCentral();

    @AfterEach
    void close() {
        seller.close();
    }

    @Test
    void an_order_shipped_by_the_merchant_is_read_with_its_lines() {
        seller.amazon
                .orders()
                .add(SellerCentral.order(SellerCentral.ORDER)
                        .item(SellerCentral.item().shipping("4.00").build())
                        .build());

        Page<SalesOrder> page = seller.firstPage();

        assertThat(page.next()).isEmpty();
        assertThat(page.changes()).singleElement().isInstanceOf(Change.Present.class);
        SalesOrder order = ((Change.Present<SalesOrder>) page.changes().get(0)).record();
        assertThat(order.ref()).hasToString("amazon:A1EXAMPLESELLER-na/salesOrder/" + SellerCentral.ORDER);
        assertThat(order.status()).isEqualTo(OrderStatus.OPEN);
        assertThat(order.fulfilledBy()).isEqualTo(FulfilledBy.MERCHANT);
        assertThat(order.total()).isEqualTo(Money.of("43.98", "USD"));
        assertThat(order.lines().get(0).lineId()).isEqualTo(SellerCentral.LINE);
    }
}
