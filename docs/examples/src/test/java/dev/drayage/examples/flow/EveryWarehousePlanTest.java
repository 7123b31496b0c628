package dev.drayage.examples.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.engine.Plan;
import dev.drayage.engine.Selection;
import dev.drayage.engine.SyncEngine;
import dev.drayage.store.EffectQuery;
import dev.drayage.store.RecordQuery;
import dev.drayage.store.SyncStore;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.FaultPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** G6 for every sync between a marketplace, NetSuite and warehouses: it can be planned while no account takes a write. */
class EveryWarehousePlanTest {
    private static final Set<String> WRITES = Set.of("POST", "PATCH", "PUT", "DELETE");

    @TempDir
    Path folder;

    private final List<String> attempts = new ArrayList<>();

    @Test
    void G6_orders_releases_and_shipments_are_planned_step_by_step() {
        try (TwoWarehouses world =
                TwoWarehouses.with(folder, FourOrders.withoutPrime(), List.of(FourOrders.IN_PARTS))) {
            world.open((call, action) -> action.run(), engine -> {
                planned(world, engine, TwoWarehouses.ORDERS);
                world.run(engine, TwoWarehouses.ORDERS);
                world.allocate();
                planned(world, engine, TwoWarehouses.RELEASE);
                world.run(engine, TwoWarehouses.RELEASE);
                world.warehouse.work();
                world.warehouse.work();
                world.pack();
                planned(world, engine, TwoWarehouses.BY_X12);
                world.run(engine, TwoWarehouses.BY_X12);
                planned(world, engine, TwoWarehouses.BY_SHIPSTATION);
                world.run(engine, TwoWarehouses.BY_SHIPSTATION);
                planned(world, engine, TwoWarehouses.STOREFRONT);
                world.run(engine, TwoWarehouses.STOREFRONT);
            });
            assertThat(world.picture().get("amazon " + FourOrders.GIFT)).startsWith("SHIPPED");
        }
    }

    @Test
    void G6_counts_of_stock_are_planned() {
        try (CountedStock world = new CountedStock(folder)) {
            world.open((call, action) -> action.run(), engine -> {
                Map<String, String> before = standing(world);
                noWrites(world.netSuite.faults());
                Plan plan = engine.plan(CountedStock.SYNC, Selection.next(1000));
                assertThat(standing(world)).isEqualTo(before);
                told(plan);
            });
        }
    }

    /** The next step of the world is planned while nothing can be written, and can be run after that. */
    private void planned(TwoWarehouses world, SyncEngine engine, String sync) {
        world.time.advance(Duration.ofMinutes(5));
        Map<String, String> before = standing(world, sync);
        List<FaultPlan> accounts = List.of(
                world.systems.amazon().faults(), world.systems.netsuite().faults(), world.shipStation.faults());
        accounts.forEach(this::noWrites);
        Plan plan = engine.plan(sync, Selection.next(1000));
        assertThat(standing(world, sync)).isEqualTo(before);
        accounts.forEach(FaultPlan::clear);
        told(plan);
    }

    private void told(Plan plan) {
        assertThat(attempts).isEmpty();
        assertThat(plan.complete()).isTrue();
        List<Plan.PlannedRecord> written = plan.records().stream()
                .filter(record -> record.verdict() == Plan.Verdict.WRITE)
                .toList();
        assertThat(written).as("%s", plan).isNotEmpty().allSatisfy(record -> {
            assertThat(record.reason()).isNotBlank();
            assertThat(record.changes())
                    .anyMatch(change -> !change.after().isEmpty()
                            && (change.action() == Plan.Action.CREATE
                                    || !change.before().isEmpty()));
        });
    }

    private void noWrites(FaultPlan faults) {
        faults.share(1, 1, Fault.SERVER_ERROR, request -> {
            boolean write = WRITES.contains(request.method())
                    && !request.path().endsWith("/token")
                    && !request.path().endsWith("/suiteql");
            if (write) {
                attempts.add(request.method() + " " + request.path());
            }
            return write;
        });
    }

    /** What a plan must leave as it is; of the warehouse that takes files, the names of all of them. */
    private static Map<String, String> standing(TwoWarehouses world, String sync) {
        Map<String, String> all = standing(world.picture(), world.systems.netsuite(), world.store, sync);
        all.put("writes to Amazon", world.systems.amazon().journal().writes().toString());
        all.put(
                "writes to ShipStation",
                Integer.toString(world.shipStation.journal().writes().size()));
        all.put("files", files(world.warehouse.root()));
        return all;
    }

    private static Map<String, String> standing(CountedStock world) {
        Map<String, String> all = standing(world.picture(), world.netSuite, world.store, CountedStock.SYNC);
        all.put("files", files(world.fernley.root()));
        return all;
    }

    private static Map<String, String> standing(
            Map<String, String> picture, NetSuiteSimulator netSuite, SyncStore store, String sync) {
        Map<String, String> all = new LinkedHashMap<>(picture);
        all.put("writes to the books", netSuite.journal().writes().toString());
        all.put("checkpoint", store.ledger("default").sync(sync).toString());
        all.put(
                "records",
                store.ledger("default").records(RecordQuery.builder().build()).toString());
        all.put(
                "effects",
                store.ledger("default").effects(EffectQuery.builder().build()).toString());
        return all;
    }

    private static String files(Path exchange) {
        try (Stream<Path> files = Files.walk(exchange)) {
            return files.map(Path::toString).sorted().toList().toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
