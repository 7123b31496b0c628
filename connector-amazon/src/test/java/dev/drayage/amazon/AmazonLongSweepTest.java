package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.amazon.Operation;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmazonLongSweepTest {
    @Test
    void a_sweep_longer_than_the_burst_waits_for_its_quota_and_is_never_refused() {
        try (SellerCentral seller = new SellerCentral()) {
            for (int i = 0; i < 60; i++) {
                seller.amazon
                        .orders()
                        .add(SellerCentral.order("111-2223334-%07d".formatted(i))
                                .item(SellerCentral.item().build())
                                .build());
            }
            seller.settings.pageSize(1);
            RecordSource<SalesOrder> orders = seller.orders();
            Slice.Window window = seller.lately();
            Optional<Cursor> at = Optional.empty();
            int pages = 0;
            do {
                CallContext call =
                        CallContext.within(Duration.ofMinutes(10), seller.time, new Cancellation(), Priority.ORDERS);
                Page<SalesOrder> page = orders.read(window, at, call);
                at = page.next();
                pages++;
            } while (at.isPresent());
            assertThat(pages).isEqualTo(60);
            assertThat(seller.amazon.traffic().requests(Operation.SEARCH_ORDERS))
                    .isEqualTo(60);
            assertThat(seller.amazon.traffic().refused()).isEmpty();
        }
    }
}
