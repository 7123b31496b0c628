package dev.drayage.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.EffectKey;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.RecordState;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.Interposed;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One record that a run would park costs the others of a plan nothing, and the plan says that it would be parked. */
class PlannedDespiteOneTest {
    private final Shop shop = new Shop();

    @BeforeEach
    void place() {
        shop.place("A", "B", "C");
        shop.time.advance(Duration.ofMinutes(3));
    }

    @Test
    void G6_a_record_whose_translation_fails_is_planned_as_parked() {
        Sync<SalesOrder> sync = OrderSyncs.orders("orders", shop.shop, shop.erp, shop.options);
        Translation<SalesOrder> whole = sync.translation();
        planAndRun(sync.translatedBy(order -> {
            if (order.ref().id().equals("B")) {
                throw new IllegalStateException("a bug in the host's mapping");
            }
            return whole.translate(order);
        }));
    }

    @Test
    void G6_a_record_whose_target_refuses_the_look_is_planned_as_parked() {
        shop.time.advance(Duration.ofHours(1));
        shop.store = new InMemorySyncStore(shop.time); // younger than the orders: a run looks at the target first
        Connector erp = Interposed.wrap(Connector.class, shop.erp, (call, action) -> {
            Object answer = action.run();
            if (call.equals("RecordSink.find")
                    && ((Map<?, ?>) answer).keySet().stream().anyMatch(this::isOfB)) {
                throw new RefusedException(ErrorCode.FIELD_UNKNOWN, "Unknown identifier custbody_1");
            }
            return answer;
        });
        planAndRun(OrderSyncs.orders("orders", shop.shop, erp, shop.options));
    }

    private boolean isOfB(Object key) {
        return key instanceof EffectKey effect && effect.source().equals(shop.ref("B"));
    }

    private void planAndRun(Sync<SalesOrder> sync) {
        try (SyncEngine engine = shop.bare().sync(sync).build()) {
            Map<String, Plan.Verdict> verdicts = engine.plan("orders", Selection.next(10)).records().stream()
                    .collect(Collectors.toMap(record -> record.ref().id(), Plan.PlannedRecord::verdict));
            assertThat(verdicts)
                    .isEqualTo(Map.of("A", Plan.Verdict.WRITE, "B", Plan.Verdict.PARK, "C", Plan.Verdict.WRITE));
            assertThat(shop.booked()).isEmpty();
            engine.run("orders", RunBudget.minutes(5));
        }
        assertThat(shop.booked()).containsExactly("salesOrder-A", "salesOrder-C");
        assertThat(shop.entry("B").state()).isEqualTo(RecordState.PARKED);
    }
}
