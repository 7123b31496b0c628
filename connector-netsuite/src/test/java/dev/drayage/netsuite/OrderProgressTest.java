package dev.drayage.netsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.OrderProgress;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Resolution;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.wire.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderProgressTest {
    private final TestBooks books = TestBooks.open();

    @AfterEach
    void close() {
        books.close();
    }

    private OrderProgress step(OrderReference.Kind kind, String name) {
        return OrderProgress.builder()
                .ref(RecordRef.of(books.connector.account(), RecordType.ITEM_FULFILLMENT, "5001"))
                .addOrderReferences(new OrderReference(kind, name))
                .stage(OrderProgress.Stage.FULFILLMENT_PROCESSED)
                .build();
    }

    private StoredRecord order() {
        return books.netSuite
                .recordByExternalId("salesOrder", "AMAZON-A1EX-na-SO-111-1")
                .orElseThrow();
    }

    @Test
    void the_step_is_written_into_the_orders_field_and_may_be_written_twice() {
        books.write(RecordType.SALES_ORDER, Shipments.order("111-1"));
        OrderProgress step = step(OrderReference.Kind.ERP_ID, order().id());
        books.netSuite
                .faults()
                .next(1, Fault.LOST_ANSWER, request -> request.method().equals("PATCH"));
        assertThat(books.write(RecordType.ORDER_PROGRESS, step)).isInstanceOf(EffectOutcome.Unknown.class);
        assertThat(books.resolve(RecordType.ORDER_PROGRESS, step)).isEqualTo(new Resolution.NotLanded());
        assertThat(books.write(RecordType.ORDER_PROGRESS, step)).isInstanceOf(EffectOutcome.Applied.class);
        assertThat(order().body().path("custbody_drayage_status").asText()).isEqualTo("Fulfillment Processed");
        assertThat(order().body().path("item").path("items")).hasSize(3);
    }

    @Test
    void an_order_that_is_not_there_is_waited_for() {
        assertThat(books.write(RecordType.ORDER_PROGRESS, step(OrderReference.Kind.CHANNEL_ORDER_ID, "none")))
                .isInstanceOf(EffectOutcome.Deferred.class);
    }
}
