package dev.drayage.shopify.internal.refunds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.Refund;
import dev.drayage.shopify.MoneyBasis;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.spi.Change;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order with two refunds that changes between the reading of one and of the other. */
class RefundReadingTest {
    private static final AccountId ACCOUNT = new AccountId("shopify", LoopbackShop.SHOP);
    private final LoopbackShop shop = new LoopbackShop();

    @AfterEach
    void close() {
        shop.close();
    }

    private Change<Refund> fetch() {
        RefundOptions options = new RefundOptions("2026-10", Duration.ofMinutes(1), MoneyBasis.SHOP, false, 50);
        return new RefundSource(shop.api(), ACCOUNT, options)
                .fetch(RecordRef.of(ACCOUNT, RecordType.REFUND, "900"), shop.call());
    }

    private void answers(String number, String updatedAt) {
        shop.data(new RefundAnswer()
                .line("RETURN", "12.0", "8.0")
                .ofTwo(number, updatedAt)
                .data());
    }

    @Test
    void both_are_read_anew_so_that_they_tell_of_one_state() {
        answers("900", "2026-11-20T10:00:00Z");
        answers("900", "2026-11-20T10:00:00Z");
        answers("901", "2026-11-20T10:00:05Z");
        answers("900", "2026-11-20T10:00:05Z");
        answers("901", "2026-11-20T10:00:05Z");

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Change.Present.class,
                        change -> assertThat(change.changedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:05Z")));
    }

    @Test
    void an_order_that_never_is_still_is_told_as_such() {
        answers("900", "2026-11-20T10:00:00Z");
        for (int attempt = 0; attempt < 3; attempt++) {
            answers("900", "2026-11-20T10:00:00Z");
            answers("901", "2026-11-20T10:00:05Z");
        }

        assertThat(fetch())
                .isInstanceOfSatisfying(
                        Change.Unreadable.class,
                        change -> assertThat(change.message()).startsWith("refund 900: the order changed each time"));
    }

    @Test
    void a_refund_that_shopify_does_not_show_is_not_visible() {
        shop.data("{\"refund\":null}");

        assertThat(fetch()).isInstanceOf(Change.NotVisible.class);
    }
}
