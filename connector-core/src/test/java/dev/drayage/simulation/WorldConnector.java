package dev.drayage.simulation;

import dev.drayage.call.CallContext;
import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.RecordSink;
import dev.drayage.spi.RecordSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The connector to one world; all nodes share it, for it has no state of its own. */
final class WorldConnector implements Connector {
    private final Simulated sim;
    private final World world;
    private final Catalogue catalogue;
    private final Map<String, WorldSource> sources = new HashMap<>();
    private final Map<String, WorldSink> sinks = new HashMap<>();

    WorldConnector(Simulated sim, World world, Catalogue catalogue) {
        this.sim = sim;
        this.world = world;
        this.catalogue = catalogue;
    }

    World world() {
        return world;
    }

    @Override
    public AccountId account() {
        return world.account;
    }

    @Override
    public Diagnosis diagnose(CallContext call) {
        return new Diagnosis(List.of());
    }

    @Override
    @SuppressWarnings("unchecked") // every record of a simulation is a paper
    public <T extends CommerceRecord> Optional<RecordSource<T>> source(RecordType<T> type) {
        RecordType<Paper> papers = (RecordType<Paper>) type;
        return Optional.of(
                (RecordSource<T>) sources.computeIfAbsent(type.name(), name -> new WorldSource(sim, world, papers)));
    }

    @Override
    @SuppressWarnings("unchecked") // every record of a simulation is a paper
    public <T extends CommerceRecord> Optional<RecordSink<T>> sink(RecordType<T> type) {
        RecordType<Paper> papers = (RecordType<Paper>) type;
        return Optional.of((RecordSink<T>) sinks.computeIfAbsent(type.name(), name -> {
            TargetRules rules = TargetRules.draw(sim, type.equals(Paper.SHIPMENT));
            return new WorldSink(sim, world, papers, rules, new Bookkeeping(sim, world, papers, rules, catalogue));
        }));
    }

    @Override
    public void close() {}
}
