package dev.drayage.engine;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import dev.drayage.model.Company;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.SinkTraits;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.store.SyncStore;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettableTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two systems whose companies follow each other, and an engine between them on a clock that stands still unless told otherwise. */
final class TwoWay {
    final SettableTime time = new SettableTime(Shop.START);
    final FakeWorld left = new FakeWorld(new AccountId("left", "L"), time);
    Duration rightBehind = Duration.ZERO;
    final FakeWorld right =
            new FakeWorld(new AccountId("right", "R"), () -> time.instant().minus(rightBehind));
    final FakeConnector leftConnector = new FakeConnector(left);
    final FakeConnector rightConnector = new FakeConnector(right)
            .traits(new SinkTraits(1, SinkTraits.Recovery.UNIQUE_KEY, Duration.ofMinutes(10), 0));
    final SyncStore store = new InMemorySyncStore(time);
    final SyncEngine engine = engine(store);

    /** An engine over a store. */
    SyncEngine engine(SyncStore over) {
        return node(over, "one", time, rightConnector);
    }

    /** A process with a name and a clock of its own. */
    SyncEngine node(SyncStore over, String name, TimeSource clock, Connector rightSide) {
        return SyncEngine.builder()
                .store(over)
                .time(clock)
                .node(name)
                .startAt(Shop.START)
                .sync(sync("to-right", leftConnector, rightSide))
                .sync(sync("to-left", rightSide, leftConnector))
                .build();
    }

    Company company(FakeWorld world, String id, String name, String terms) {
        return Company.builder()
                .ref(RecordRef.of(world.account(), RecordType.COMPANY, id))
                .name(name)
                .externalId(terms)
                .build();
    }

    int writes() {
        return left.writes().size() + right.writes().size();
    }

    /** A workflow of one system insists on its own terms. */
    void enforce(FakeWorld world, String terms) {
        if (!terms(world).equals(Optional.of(terms))) {
            world.put(Company.builder().from(company(world)).externalId(terms).build());
        }
    }

    Optional<String> terms(FakeWorld world) {
        return company(world).externalId();
    }

    private static Company company(FakeWorld world) {
        return (Company) world.all(RecordType.COMPANY).get(0).record();
    }

    void settle() {
        for (String sync : List.of("to-right", "to-left")) {
            time.advance(Duration.ofMinutes(3));
            engine.run(sync, RunBudget.minutes(5));
        }
    }

    private static Sync<Company> sync(String name, Connector from, Connector to) {
        return Sync.reading(name, from, RecordType.COMPANY)
                .writing(to, RecordType.COMPANY)
                .translation(company -> Translated.effects(Effect.of(
                        new EffectKey(company.ref(), to.account(), "company"),
                        "company/" + company.ref().id(),
                        RecordType.COMPANY,
                        company,
                        Effect.Mode.CREATE_OR_UPDATE)))
                .build();
    }
}
