package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Change;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Page;
import dev.drayage.spi.Slice;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The guard reads a storefront's orders itself, from a source that says on the first page of a window up to where it is complete. */
class OrderLookoutTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final AccountId SHOP = new AccountId("shop", "S1");

    private final SettableTime time = new SettableTime(START);
    private final FakeWorld world = new FakeWorld(SHOP, time);
    private final FakeConnector shop = new FakeConnector(world);
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final ConnectorState state = store.connectorState("default", SHOP);
    private final KnownOrders known = new KnownOrders(SHOP, state, store.ledger("default"), time);
    private final OrderLookout lookout = lookout();
    private Instant shownUntil = Instant.MAX;
    private boolean onTheWay;

    private OrderLookout lookout() {
        Connector lagging = Interposed.wrap(Connector.class, shop, (call, action) -> {
            Object page = action.run();
            return call.equals("RecordSource.read") ? saidOnce(page) : page;
        });
        return new OrderLookout(lagging.source(RecordType.SALES_ORDER).orElseThrow(), known, state, time);
    }

    private Page<SalesOrder> saidOnce(Object answer) {
        @SuppressWarnings("unchecked") // a source of orders
        Page<SalesOrder> page = (Page<SalesOrder>) answer;
        boolean first = !onTheWay;
        onTheWay = page.next().isPresent();
        List<Change<SalesOrder>> shown = page.changes().stream()
                .filter(change -> change instanceof Change.Present<SalesOrder> present
                        && present.changedAt().isBefore(shownUntil))
                .toList();
        return new Page<>(shown, page.next(), Optional.of(shownUntil).filter(it -> first));
    }

    private void place(String... ids) {
        for (String id : ids) {
            world.put(SampleOrders.merchant(SHOP, id, time.instant()));
            time.advance(Duration.ofSeconds(1));
        }
    }

    private List<String> caughtUp() {
        CallContext call = CallContext.within(Duration.ofMinutes(1), time, new Cancellation(), Priority.ORDERS);
        lookout.catchUp(Duration.ofMinutes(5), call);
        return known.all().stream().map(order -> order.order().id()).sorted().toList();
    }

    @Test
    void G1_what_the_first_page_says_is_not_complete_is_read_later() {
        shop.fakeSource(RecordType.SALES_ORDER).pageSize(2);
        lookout.read(new Slice.Window(START.minusSeconds(60), START), Page.last(List.of()));
        place("A", "B", "C");
        time.advance(Duration.ofHours(1));
        shownUntil = time.instant();
        place("D");
        time.advance(Duration.ofHours(1));
        assertThat(caughtUp()).containsExactly("A", "B", "C");
        shownUntil = Instant.MAX;
        time.advance(Duration.ofHours(1));
        assertThat(caughtUp()).containsExactly("A", "B", "C", "D");
    }
}
