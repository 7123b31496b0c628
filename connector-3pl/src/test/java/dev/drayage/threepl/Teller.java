package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.ConnectorException;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.Resolution;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.SimulatedCrash;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells a warehouse of one effect as the engine does: the intent is known before the call, and whatever is not known to have
 * ended is looked up before it is tried again, each time by a connector that was opened anew.
 */
final class Teller {
    private static final int MOST_TRIES = 10;

    private final Supplier<Connector> warehouse;
    private final SettableTime time;
    private final Runnable meanwhile;

    /** A teller to the connectors that {@code warehouse} opens; {@code meanwhile} is done there while we wait for it. */
    Teller(Supplier<Connector> warehouse, SettableTime time, Runnable meanwhile) {
        this.warehouse = warehouse;
        this.time = time;
        this.meanwhile = meanwhile;
    }

    /** Tells until the effect is known to have landed, and answers what it is bound to. */
    RecordRef tell(Effect<WarehouseOrder> effect, Optional<RecordRef> existing) {
        Optional<Intent> open = Optional.empty();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            try (Connector connector = warehouse.get()) {
                RecordSink<WarehouseOrder> sink =
                        connector.sink(RecordType.WAREHOUSE_ORDER).orElseThrow();
                Optional<Resolution> found = open.map(intent -> resolved(sink, intent));
                if (found.orElse(null) instanceof Resolution.Landed landed) {
                    return landed.applied().ref();
                }
                assertThat(found)
                        .satisfiesAnyOf(
                                none -> assertThat(none).isEmpty(),
                                some -> assertThat(some.orElseThrow())
                                        .isInstanceOfAny(Resolution.NotLanded.class, Resolution.StillOpen.class));
                if (!(found.orElse(null) instanceof Resolution.StillOpen)) {
                    Prepared<WarehouseOrder> prepared = sink.prepare(effect, existing, Map.of());
                    open = Optional.of(intent(prepared));
                    EffectOutcome outcome =
                            sink.apply(List.of(prepared), call()).get(effect.key());
                    if (outcome instanceof EffectOutcome.Applied applied) {
                        return applied.ref();
                    }
                    assertThat(outcome).isInstanceOf(EffectOutcome.Pending.class);
                }
            } catch (SimulatedCrash | ConnectorException e) {
                // nobody knows what became of it: the next round looks
            }
            time.advance(Duration.ofMinutes(10));
            meanwhile.run();
        }
        throw new AssertionError(effect.key() + " has not landed after " + MOST_TRIES + " tries");
    }

    private Intent intent(Prepared<WarehouseOrder> prepared) {
        return new Intent(
                prepared.key(),
                prepared.nativeKey(),
                prepared.hint(),
                prepared.existing(),
                prepared.effect().digest(),
                time.instant());
    }

    private Resolution resolved(RecordSink<WarehouseOrder> sink, Intent intent) {
        return Objects.requireNonNull(sink.resolve(List.of(intent), call()).get(intent.key()));
    }

    private CallContext call() {
        return CallContext.within(Duration.ofMinutes(5), time, new Cancellation(), Priority.ORDERS);
    }
}
