package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Address;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Change;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.testkit.netsuite.AccountPreference;
import dev.drayage.testkit.netsuite.Seed;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarehouseOrderSourceTest {
    private TestBooks books = open("");

    private static TestBooks open(String locations) {
        return TestBooks.open(
                account -> account.with(AccountPreference.LINE_NUMBER_GAPS).seed(Seed.location(7, "Newark")),
                settings -> settings.set("release.locations", locations));
    }

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void an_order_tells_lines_by_number_location_address_and_what_has_left() {
        String id = entered("B");
        WarehouseOrder order = present(only());
        assertThat(order.ref().id()).isEqualTo(id);
        assertThat(order.released()).isTrue();
        assertThat(order.number())
                .isEqualTo(order.orderReference(OrderReference.Kind.ERP_NUMBER).orElseThrow());
        assertThat(order.purchaseOrder()).contains("PO-7");
        assertThat(order.email()).contains("jane@example.com");
        assertThat(order.shipOn()).contains(LocalDate.parse("2026-06-18"));
        Address to = order.shipTo().orElseThrow();
        assertThat(to.name()).contains("Jane Doe");
        assertThat(to.lines()).containsExactly("1 Depot Way", "Dock 4");
        assertThat(to.city()).contains("Fallon");
        assertThat(to.region()).contains("NV");
        assertThat(to.postalCode()).contains("89406");
        assertThat(to.countryCode()).isEqualTo("US");
        assertThat(to.phone()).contains("775-555-0100");
        assertThat(order.lines())
                .extracting(
                        WarehouseOrderLine::sku,
                        line -> line.quantity().intValueExact(),
                        line -> line.location().orElse(""))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("MUG-BLUE", 4, "6"),
                        org.assertj.core.groups.Tuple.tuple("TEE-BLACK", 2, "7"));
        assertThat(order.lines().get(0).line().kind()).isEqualTo(LineReference.Kind.ERP_LINE);
        long mug = Long.parseLong(order.lines().get(0).line().value());
        books.netSuite
                .clerk()
                .fulfill(
                        id,
                        "{\"item\":{\"items\":[{\"orderLine\":" + mug
                                + ",\"itemReceive\":true,\"quantity\":3,\"location\":{\"id\":\"6\"}},{\"orderLine\":"
                                + order.lines().get(1).line().value()
                                + ",\"itemReceive\":false}]},\"shipStatus\":{\"id\":\"C\"}}");
        WarehouseOrder later = present(only());
        assertThat(later.lines().get(0).shipped()).isEqualByComparingTo("3");
        assertThat(later.lines().get(0).open()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(content(later))
                .as("what has left is no news for a warehouse")
                .isEqualTo(content(order));
    }

    @Test
    void a_line_that_is_moved_or_closed_shows_on_the_order() {
        String id = entered("B");
        WarehouseOrder before = present(only());
        long tee = Long.parseLong(before.lines().get(1).line().value());
        books.netSuite.clerk().moveLine(id, tee, "6");
        assertThat(present(only()).lines().get(1).location()).contains("6");
        books.netSuite.clerk().closeLine(id, tee);
        assertThat(present(only()).lines().get(1).closed()).isTrue();
        assertThat(present(only()).lines().get(0).closed()).isFalse();
    }

    @Test
    void an_order_that_waits_for_approval_is_cancelled_or_closed_is_not_released() {
        String waiting = entered("A");
        assertThat(present(only()).released()).isFalse();
        books.netSuite.clerk().approve(waiting);
        assertThat(present(only()).released()).isTrue();
        books.netSuite.clerk().closeOrder(waiting);
        assertThat(present(only()).released()).isFalse();
        String cancelled = entered("B");
        books.netSuite.clerk().cancelOrder(cancelled);
        assertThat(present(fetch(cancelled)).released()).isFalse();
    }

    @Test
    void only_an_order_with_goods_to_leave_from_a_served_location_is_read_whole() {
        books.close();
        books = open("7");
        String id = entered("B");
        assertThat(present(only()).shipTo()).isPresent();
        WarehouseOrder order = present(only());
        books.netSuite
                .clerk()
                .moveLine(id, Long.parseLong(order.lines().get(1).line().value()), "6");
        assertThat(present(only()).shipTo()).isEmpty();
        assertThat(present(only()).lines()).hasSize(2);
    }

    @Test
    void a_deleted_order_is_gone() {
        String id = entered("B");
        books.netSuite.clerk().delete("salesOrder", id);
        assertThat(fetch(id)).isInstanceOf(Change.Gone.class);
    }

    private String entered(String status) {
        return books.netSuite.clerk().enter("salesOrder", """
                        {"entity":{"id":"110"},"orderStatus":{"id":"%s"},"location":{"id":"6"},"otherRefNum":"PO-7",
                         "email":"jane@example.com","shipDate":"2026-06-18","shipMethod":{"id":"92"},
                         "shippingAddress":{"addressee":"Jane Doe","addr1":"1 Depot Way","addr2":"Dock 4",
                           "city":"Fallon","state":"NV","zip":"89406","country":{"id":"US"},"addrPhone":"775-555-0100"},
                         "item":{"items":[
                           {"item":{"id":"98"},"quantity":4,"rate":10},
                           {"item":{"id":"99"},"quantity":2,"rate":10,"location":{"id":"7"}},
                           {"item":{"id":"77"},"quantity":1,"rate":4}]}}
                        """.formatted(status));
    }

    @Test
    void a_window_in_which_nothing_happened_is_read_without_a_row() {
        books.time.advance(Duration.ofMinutes(5));
        Instant now = books.time.instant();
        Page<WarehouseOrder> page =
                source().read(new Slice.Window(now.minusSeconds(60), now), Optional.empty(), books.call());
        assertThat(page.changes()).isEmpty();
    }

    private RecordSource<WarehouseOrder> source() {
        return books.connector.source(RecordType.WAREHOUSE_ORDER).orElseThrow();
    }

    private Change<WarehouseOrder> only() {
        books.time.advance(Duration.ofMinutes(5));
        Instant now = books.time.instant();
        List<Change<WarehouseOrder>> changes = new ArrayList<>();
        Page<WarehouseOrder> page =
                source().read(new Slice.Window(TestBooks.START.minusSeconds(60), now), Optional.empty(), books.call());
        changes.addAll(page.changes());
        assertThat(changes).hasSize(1);
        return changes.get(0);
    }

    private Change<WarehouseOrder> fetch(String id) {
        return source().fetch(RecordRef.of(books.connector.account(), RecordType.WAREHOUSE_ORDER, id), books.call());
    }

    private static WarehouseOrder present(Change<WarehouseOrder> change) {
        assertThat(change).isInstanceOf(Change.Present.class);
        return ((Change.Present<WarehouseOrder>) change).record();
    }

    private String content(WarehouseOrder order) {
        return ((Change.Present<WarehouseOrder>) fetch(order.ref().id()))
                .contentDigest()
                .orElseThrow();
    }
}
