package dev.drayage.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.call.CallContext;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Address;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Existing;
import dev.drayage.spi.Intent;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Resolution;
import dev.drayage.spi.SinkTraits;
import dev.drayage.spi.Violations;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A warehouse that answers later than it is told, as by files that are acknowledged, may hold what it has not answered for: no
 * line of that is given to another warehouse meanwhile.
 */
class UnansweredWarehouseTest {
    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    private final SettableTime time = new SettableTime(START);
    private final FakeWorld erp = new FakeWorld(new AccountId("erp", "E1"), time);
    private final SlowWarehouse reno = new SlowWarehouse();
    private final FakeWorld newark = new FakeWorld(new AccountId("warehouse", "NEWARK"), time);
    private final SyncStore store = new InMemorySyncStore(time);

    @Test
    void G2_a_line_of_an_order_that_is_not_acknowledged_yet_is_not_given_to_another() {
        order(line("1", 10, "R"), line("2", 4, "R"));
        run();
        order(line("1", 10, "R"), line("2", 4, "N"));
        run();
        assertThat(newark.writes())
                .as("Reno was told of line 2 and has not let go of it")
                .isEmpty();
    }

    @Test
    void G2_a_line_that_an_unacknowledged_change_added_is_not_given_to_another() {
        order(line("1", 10, "R"));
        run();
        reno.answers = true;
        run();
        reno.answers = false;
        order(line("1", 10, "R"), line("2", 4, "R"));
        run();
        order(line("1", 10, "R"), line("2", 4, "N"));
        run();
        assertThat(newark.writes())
                .as("Reno was told of line 2 and has not let go of it")
                .isEmpty();
    }

    @Test
    void G2_a_warehouse_that_acknowledges_late_and_takes_no_change_keeps_the_line() {
        order(line("1", 10, "R"), line("2", 4, "R"));
        run();
        order(line("1", 10, "R"), line("2", 4, "N"));
        run();
        reno.answers = true;
        reno.takesChanges = false;
        for (int i = 0; i < 5; i++) {
            run();
        }
        assertThat(reno.told).containsExactly("SKU-1 x10", "SKU-2 x4");
        assertThat(newark.writes()).as("what Newark ships too").isEmpty();
    }

    /** A warehouse that takes each document, and says so only once it is let. */
    private final class SlowWarehouse implements Connector, RecordSink<WarehouseOrder> {
        private final AccountId account = new AccountId("warehouse", "RENO");
        private List<String> told = List.of();
        private boolean answers;
        private boolean takesChanges = true;

        @Override
        public AccountId account() {
            return account;
        }

        @Override
        public Diagnosis diagnose(CallContext call) {
            return new Diagnosis(List.of());
        }

        @Override
        public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
            return Optional.empty();
        }

        @Override
        @SuppressWarnings("unchecked") // the type says warehouse order
        public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
            return type.equals(RecordType.WAREHOUSE_ORDER) ? Optional.of((RecordSink<T>) this) : Optional.empty();
        }

        @Override
        public SinkTraits traits() {
            return new SinkTraits(1, SinkTraits.Recovery.REPEATABLE, Duration.ZERO, 0);
        }

        @Override
        public Prepared<WarehouseOrder> prepare(
                Effect<WarehouseOrder> effect, Optional<RecordRef> existing, Map<EffectKey, RecordRef> bound) {
            return new Prepared<>(effect, effect.record().number(), "", "", existing, bound);
        }

        @Override
        public Map<EffectKey, EffectOutcome> apply(List<Prepared<WarehouseOrder>> batch, CallContext call) {
            Map<EffectKey, EffectOutcome> outcomes = new HashMap<>();
            for (Prepared<WarehouseOrder> prepared : batch) {
                if (prepared.existing().isPresent() && !takesChanges) {
                    outcomes.put(
                            prepared.key(),
                            new EffectOutcome.Rejected(Violations.of(ErrorCode.CHANGE_REFUSED, "", "takes no change")));
                } else {
                    told = prepared.effect().record().lines().stream()
                            .map(line -> line.sku() + " x" + line.quantity().toPlainString())
                            .toList();
                    outcomes.put(
                            prepared.key(),
                            new EffectOutcome.Pending("", time.instant().plusSeconds(60)));
                }
            }
            return outcomes;
        }

        @Override
        public Map<EffectKey, Resolution> resolve(List<Intent> open, CallContext call) {
            Map<EffectKey, Resolution> found = new HashMap<>();
            for (Intent intent : open) {
                found.put(
                        intent.key(),
                        answers
                                ? new Resolution.Landed(EffectOutcome.Applied.to(
                                        RecordRef.of(account, RecordType.WAREHOUSE_ORDER, intent.nativeKey())))
                                : new Resolution.StillOpen(time.instant().plusSeconds(60)));
            }
            return found;
        }

        @Override
        public Map<EffectKey, Existing> find(Collection<Effect<WarehouseOrder>> effects, CallContext call) {
            Map<EffectKey, Existing> found = new HashMap<>();
            effects.forEach(effect ->
                    found.put(effect.key(), new Existing(Optional.empty(), Map.of(), Map.of(), Violations.none())));
            return found;
        }

        @Override
        public void close() {}
    }

    private void order(WarehouseOrderLine... lines) {
        time.advance(Duration.ofMinutes(1));
        erp.put(WarehouseOrder.builder()
                .shipTo(Address.builder().countryCode("US").build())
                .ref(RecordRef.of(erp.account(), RecordType.WAREHOUSE_ORDER, "SO1"))
                .number("SO1")
                .addOrderReferences(new OrderReference(OrderReference.Kind.ERP_NUMBER, "SO1"))
                .released(true)
                .placedAt(START)
                .addLines(lines)
                .build());
    }

    private static WarehouseOrderLine line(String number, long units, String location) {
        return WarehouseOrderLine.builder()
                .line(LineReference.erp(number))
                .sku("SKU-" + number)
                .quantity(BigDecimal.valueOf(units))
                .location(location)
                .build();
    }

    private void run() {
        time.advance(Duration.ofMinutes(3));
        try (SyncEngine engine = SyncEngine.builder()
                .store(store)
                .time(time)
                .startAt(START.minus(Duration.ofDays(1)))
                .sync(WarehouseOrderSyncs.toWarehouses(
                        "warehouse-orders",
                        new FakeConnector(erp),
                        WarehouseOrderSyncs.Routing.none().location("R", reno).location("N", new FakeConnector(newark)),
                        WarehouseOrderSyncs.Options.standard()))
                .build()) {
            engine.run("warehouse-orders", RunBudget.minutes(60));
        }
    }
}
