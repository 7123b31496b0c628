package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Page;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One page names a record twice, because it changed while the page was made. */
class TwiceOnAPageTest {
    private final Shop shop = new Shop();

    @Test
    void G1_the_newer_observation_is_not_lost_because_it_cannot_be_read() {
        shop.place("A");
        shop.time.advance(Duration.ofMinutes(3));
        SyncEngine engine = shop.bare()
                .sync(OrderSyncs.orders(
                        "orders",
                        Interposed.wrap(Connector.class, shop.shop, (call, action) -> {
                            Object answer = action.run();
                            return answer instanceof Page<?> page ? withUnreadable(page) : answer;
                        }),
                        shop.erp,
                        shop.options))
                .build();
        engine.run("orders", RunBudget.minutes(5));
        assertThat(shop.entry("A").state()).isEqualTo(RecordState.PARKED);
        assertThat(shop.entry("A").code()).contains(ErrorCode.RECORD_UNREADABLE);
    }

    /** The same page; each of its records comes once more, and nobody can read what became of it. */
    private static Page<SalesOrder> withUnreadable(Page<?> page) {
        List<Change<SalesOrder>> changes = new ArrayList<>();
        for (Change<?> change : page.changes()) {
            changes.add(of(change));
            changes.add(new Change.Unreadable<>(change.ref(), "2", ErrorCode.RECORD_UNREADABLE, "cut off"));
        }
        return new Page<>(changes, page.next(), page.completeUntil());
    }

    @SuppressWarnings("unchecked") // the shop sells orders only
    private static Change<SalesOrder> of(Change<?> change) {
        return (Change<SalesOrder>) change;
    }
}
