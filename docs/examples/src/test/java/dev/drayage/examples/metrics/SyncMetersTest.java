package dev.drayage.examples.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.RunBudget;
import dev.drayage.engine.SyncEngine;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.sync.OrderSyncs;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeSink;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SampleOrders;
import dev.drayage.testing.SettableTime;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The meters of real runs between fakes. */
class SyncMetersTest {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-20T12:00:00Z"));
    private final FakeWorld shop = new FakeWorld(new AccountId("amazon", "A1EX-na"), time);
    private final FakeConnector netsuite = new FakeConnector(new FakeWorld(new AccountId("netsuite", "1234567"), time));
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final SyncEngine engine = SyncEngine.builder()
            .store(new InMemorySyncStore(time))
            .time(time)
            .startAt(time.instant())
            .sync(OrderSyncs.amazonOrders(new FakeConnector(shop), netsuite))
            .listener(new SyncMeters(registry))
            .build();
    private final SyncGauges gauges = new SyncGauges(engine, registry);

    private FakeSink<?> sink() {
        return netsuite.fakeSink(RecordType.SALES_ORDER);
    }

    private void run(String... placed) {
        for (String id : placed) {
            shop.put(SampleOrders.merchant(shop.account(), id, time.instant()));
        }
        time.advance(Duration.ofMinutes(3));
        engine.run("amazon-orders", RunBudget.minutes(5));
        gauges.refresh();
    }

    private double count(String meter, String... tags) {
        return registry.get(meter).tags(tags).counter().count();
    }

    @Test
    void runs_records_and_writes_are_counted_by_sync() {
        sink().refuse("B", ErrorCode.SKU_UNKNOWN).beforeWrite(() -> time.advance(Duration.ofSeconds(2)));
        run("A", "B", "C");
        run();
        assertThat(count("drayage.runs", "sync", "amazon-orders", "ending", "caught_up", "purpose", "catch_up"))
                .isEqualTo(2);
        assertThat(count("drayage.records", "outcome", "applied")).isEqualTo(2);
        assertThat(count("drayage.records", "outcome", "parked")).isPositive();
        assertThat(count("drayage.effects", "account", "netsuite:1234567", "type", "salesOrder"))
                .isEqualTo(netsuite.world().writes().size())
                .isEqualTo(2);
        assertThat(count("drayage.alarms", "code", "SKU_UNKNOWN")).isEqualTo(1);
        assertThat(registry.get("drayage.run").timer().totalTime(TimeUnit.SECONDS))
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void what_is_parked_is_shown_by_reason_until_it_is_parked_no_more() {
        sink().refuse("A", ErrorCode.SKU_UNKNOWN).refuse("B", ErrorCode.PERIOD_CLOSED);
        run("A", "B", "C");
        engine.operations("amazon-orders", "ann")
                .park(RecordRef.of(shop.account(), RecordType.SALES_ORDER, "C"), "smells of fraud");
        gauges.refresh();
        assertThat(parked("SKU_UNKNOWN")).isEqualTo(1);
        assertThat(parked("PERIOD_CLOSED")).isEqualTo(1);
        assertThat(parked("SET_ASIDE")).isEqualTo(1);
        assertThat(registry.get("drayage.waiting")
                        .tag("state", "parked")
                        .gauge()
                        .value())
                .isEqualTo(3);
        assertThat(registry.get("drayage.status").gauge().value()).isEqualTo(1);
        sink().accept("A");
        engine.operations("amazon-orders", "ann").push(RecordRef.of(shop.account(), RecordType.SALES_ORDER, "A"));
        gauges.refresh();
        assertThat(registry.find("drayage.parked").tag("code", "SKU_UNKNOWN").gauge())
                .isNull();
    }

    private double parked(String code) {
        return registry.get("drayage.parked")
                .tags("sync", "amazon-orders", "code", code)
                .gauge()
                .value();
    }

    @Test
    void the_age_of_the_checkpoint_grows_while_the_account_refuses_us() {
        run("A");
        assertThat(registry.get("drayage.checkpoint.behind").gauge().value()).isZero();
        sink().outage(new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "expired"));
        run("B");
        time.advance(Duration.ofHours(1));
        gauges.refresh();
        assertThat(registry.get("drayage.checkpoint.behind").gauge().value()).isGreaterThanOrEqualTo(3600);
        assertThat(registry.get("drayage.status").gauge().value()).isEqualTo(2);
    }

    @Test
    void no_tag_grows_with_the_number_of_records() {
        run("A");
        run("B"); // reads A once more, which is an outcome of its own
        int meters = registry.getMeters().size();
        run("ORDER-2", "ORDER-3", "ORDER-4");
        assertThat(registry.getMeters()).hasSize(meters);
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .noneSatisfy(id -> assertThat(id.toString()).contains("ORDER-"));
    }
}
