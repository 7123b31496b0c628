package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.LineReference;
import dev.drayage.model.LineRemainder;
import dev.drayage.model.OrderCancellation;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Change;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a warehouse will not ship is closed in the order. */
class OrderCancellationTest extends FulfillmentBooks {
    private static OrderCancellation cancel(String line, int units) {
        return OrderCancellation.builder()
                .ref(RecordRef.of(Shipments.WAREHOUSE, RecordType.ITEM_FULFILLMENT, "S1"))
                .addOrderReferences(new OrderReference(OrderReference.Kind.CHANNEL_ORDER_ID, "111-1"))
                .addLines(new LineRemainder(
                        LineReference.channel(line), "", BigDecimal.valueOf(units), LineRemainder.Fate.CANCELLED, "CP"))
                .build();
    }

    private EffectOutcome close(OrderCancellation cancellation) {
        return books.write(RecordType.ORDER_CANCELLATION, cancellation);
    }

    private RecordSource<WarehouseOrder> source() {
        return books.connector.source(RecordType.WAREHOUSE_ORDER).orElseThrow();
    }

    private Change.Present<WarehouseOrder> read(RecordRef ref) {
        return (Change.Present<WarehouseOrder>) source().fetch(ref, books.call());
    }

    /** The warehouses learn how the order stands, or a person has to see to it. */
    private void tell(SettledRecord.Ending ending) {
        RecordRef ref = RecordRef.of(books.connector.account(), RecordType.WAREHOUSE_ORDER, order().id());
        source().acknowledge(List.of(new SettledRecord(ref, read(ref).revision(), ending, "")), books.call());
    }

    private void tell() {
        tell(SettledRecord.Ending.SETTLED);
    }

    /** A person closes the order's first, second or third line. */
    private void closeByHand(int line) {
        RecordRef ref = RecordRef.of(books.connector.account(), RecordType.WAREHOUSE_ORDER, order().id());
        String number = read(ref).record().lines().get(line - 1).line().value();
        books.netSuite.clerk().closeLine(order().id(), Long.parseLong(number));
    }

    @Test
    void the_rest_of_a_line_is_closed_once_and_foreseen_as_it_will_be_read() {
        tell();
        write(Shipments.of("S1", "111-1", Shipments.units("L3", 1)).build());
        EffectOutcome.Applied applied = (EffectOutcome.Applied) close(cancel("L3", 2));
        Change.Present<WarehouseOrder> order = read(applied.ref());
        assertThat(order.record().lines())
                .extracting(WarehouseOrderLine::closed)
                .containsExactly(false, false, true);
        assertThat(order.contentDigest()).contains(applied.writtenDigest());
        int writes = books.netSuite.journal().writes().size();
        assertThat(close(cancel("L3", 2))).isInstanceOf(EffectOutcome.Unchanged.class);
        assertThat(books.netSuite.journal().writes()).hasSize(writes);
    }

    @Test
    void closing_the_last_line_is_foreseen_too_although_it_closes_the_order() {
        tell();
        close(cancel("L1", 2));
        close(cancel("L2", 1));
        EffectOutcome.Applied applied = (EffectOutcome.Applied) close(cancel("L3", 3));
        assertThat(read(applied.ref()).record().released()).isFalse();
        assertThat(read(applied.ref()).contentDigest()).contains(applied.writtenDigest());
    }

    /** By that digest the echo guard drops the order's next change: it must not hold what a person changed and nobody was told. */
    @Test
    void G5_what_a_person_changed_before_the_line_was_closed_is_not_taken_for_our_own_write() {
        books.netSuite.clerk().changeQuantity(order().id(), 1, BigDecimal.valueOf(7));
        EffectOutcome.Applied applied = (EffectOutcome.Applied) close(cancel("L3", 3));
        assertThat(read(applied.ref()).contentDigest()).isPresent();
        assertThat(read(applied.ref()).contentDigest().orElseThrow()).isNotEqualTo(applied.writtenDigest());
    }

    @Test
    void G5_what_a_person_changed_since_the_order_was_told_is_not_taken_for_our_own_write_either() {
        tell();
        write(Shipments.of("S1", "111-1", Shipments.units("L3", 1)).build());
        books.netSuite.clerk().changeQuantity(order().id(), 1, BigDecimal.valueOf(7));
        assertThat(((EffectOutcome.Applied) close(cancel("L3", 2))).writtenDigest())
                .isEmpty();
        assertThat(((EffectOutcome.Applied) close(cancel("L2", 1))).writtenDigest())
                .as("nor is it once another line is closed")
                .isEmpty();
    }

    @Test
    void G5_what_a_person_changed_and_the_warehouses_were_told_hides_nothing() {
        tell();
        books.netSuite.clerk().changeQuantity(order().id(), 1, BigDecimal.valueOf(7));
        tell();
        EffectOutcome.Applied applied = (EffectOutcome.Applied) close(cancel("L3", 3));
        assertThat(read(applied.ref()).contentDigest()).contains(applied.writtenDigest());
    }

    @Test
    void G5_what_waits_or_is_parked_was_not_told() {
        tell();
        books.netSuite.clerk().changeQuantity(order().id(), 1, BigDecimal.valueOf(7));
        tell(SettledRecord.Ending.WAITING);
        assertThat(((EffectOutcome.Applied) close(cancel("L3", 3))).writtenDigest())
                .isEmpty();
        tell();
        tell(SettledRecord.Ending.PARKED);
        assertThat(((EffectOutcome.Applied) close(cancel("L2", 1))).writtenDigest())
                .isEmpty();
    }

    /** The answer to the first call was lost: the line is closed, and nothing was foreseen that anybody kept. */
    @Test
    void a_line_that_is_closed_already_is_no_news_for_who_called_it_off() {
        tell();
        closeByHand(3);
        EffectOutcome.Unchanged unchanged = (EffectOutcome.Unchanged) close(cancel("L3", 3));
        assertThat(read(unchanged.ref()).contentDigest()).contains(unchanged.writtenDigest());
        closeByHand(1);
        closeByHand(2);
        close(cancel("L1", 2));
        EffectOutcome.Unchanged last = (EffectOutcome.Unchanged) close(cancel("L2", 1));
        assertThat(read(last.ref()).record().released()).isFalse();
        assertThat(last.writtenDigest())
                .as("line 1 was closed by a person before its warehouse called it off: that may be news")
                .isEmpty();
    }

    @Test
    void the_last_line_that_is_closed_already_is_no_news_either() {
        tell();
        close(cancel("L1", 2));
        close(cancel("L2", 1));
        closeByHand(3);
        EffectOutcome.Unchanged unchanged = (EffectOutcome.Unchanged) close(cancel("L3", 3));
        assertThat(read(unchanged.ref()).record().released()).isFalse();
        assertThat(read(unchanged.ref()).contentDigest()).contains(unchanged.writtenDigest());
    }

    @Test
    void G5_what_a_person_changed_beside_a_line_that_is_closed_already_is_told() {
        tell();
        closeByHand(3);
        books.netSuite.clerk().changeQuantity(order().id(), 1, BigDecimal.valueOf(7));
        assertThat(((EffectOutcome.Unchanged) close(cancel("L3", 3))).writtenDigest())
                .isEmpty();
    }

    @Test
    void less_than_what_is_open_cannot_be_closed() {
        EffectOutcome outcome = close(cancel("L3", 2));
        assertThat(code(outcome)).isEqualTo(ErrorCode.QUANTITY_EXCEEDED);
        assertThat(((EffectOutcome.Rejected) outcome).violations().message()).contains("2 units", "3 are open");
    }

    @Test
    void a_line_that_does_not_exist_is_named() {
        assertThat(code(close(cancel("L9", 2)))).isEqualTo(ErrorCode.LINE_UNKNOWN);
    }
}
