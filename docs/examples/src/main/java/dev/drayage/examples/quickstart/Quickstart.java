package dev.drayage.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.Connectors;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.RunReport;
import dev.drayage.error.ConnectorException;
import dev.drayage.testing.EmbeddedStore;
import dev.drayage.testing.SettableTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A week of trading at Amazon and some days in a shop, against simulators, then a check by somebody else. Size by {@code -Dquickstart.orders=N}. With
 * {@code -Dquickstart.settings=FILE} the same flow runs against the accounts of that file, see {@link RealAccounts}. What it
 * is told and cannot use is answered in a line each.
 */
public final class Quickstart {
    private static final RunBudget AS_LONG_AS_IT_TAKES = RunBudget.of(Duration.ofDays(365));
    private static final int DAYS = 10;
    private static final List<String> SYNCS =
            List.of(Flow.ORDERS, Flow.RELEASE, Flow.WAREHOUSE, Flow.BY_X12, Flow.BY_SHIPSTATION, Flow.STOREFRONT);

    private final Report report = new Report();
    private final SettableTime time = new SettableTime(SimulatedWorld.WEEK_START);

    private Quickstart() {}

    /** Runs it; exits with 1 if the check finds a fault or an account fails, and with 2 if it was told nonsense. */
    public static void main(String[] args) throws IOException, SQLException {
        int exit;
        try {
            exit = run(Wishes.of(System.getProperties()));
        } catch (RefusedException e) {
            e.tell();
            exit = 2;
        } catch (ConnectorException e) {
            System.err.println("quickstart: " + e.describe() + ". " + e.code().remedy());
            exit = 1;
        }
        System.exit(exit);
    }

    private static int run(Wishes wishes) throws IOException, SQLException, RefusedException {
        if (wishes.settings().isPresent()) {
            RealAccounts.run(wishes.settings().get(), wishes.apply(), System.out);
            return 0;
        }
        Path folder = Files.createTempDirectory("drayage-quickstart");
        try {
            return new Quickstart().week(wishes.orders(), wishes.seed(), folder);
        } finally {
            delete(folder);
        }
    }

    private int week(int orders, long seed, Path folder) throws IOException, SQLException {
        System.out.printf("seed %d, %d orders%n", seed, orders);
        Warehouse warehouse = new Warehouse(
                folder.resolve("exchange"),
                order -> Warehouses.locationOf(order.orderId(), order.programs().contains("PRIME"))
                        .isEmpty());
        try (SimulatedWorld world = SimulatedWorld.start(
                        time, SimulatedWorld.week(orders, seed, SimulatedWorld.WEEK_START), ShopBooks::prepare);
                SimulatedShop shop = SimulatedShop.start(time);
                Warehouses warehouses = Warehouses.open(time, folder, seed)) {
            ShopWeek inShop;
            try (EmbeddedStore ledger = EmbeddedStore.open(folder.resolve("ledger"));
                    Flow flow = flow(world, shop, warehouses, ledger, folder, false)) {
                trade(world, warehouse, warehouses, flow);
                inShop = new ShopWeek(world, shop, time, seed, () -> round(flow), System.out);
                inShop.trade();
                report.print(System.out, flow.engine());
                warehouse.cartons().stream()
                        .filter(carton -> !carton.prime())
                        .findFirst()
                        .ifPresent(carton -> Report.journey(System.out, flow.engine(), carton.orderId()));
            }
            Checker checker = new Checker(world.amazon(), world.netsuite(), warehouse, Optional.of(warehouses));
            ShopChecker shopChecker = inShop.checker();
            List<String> faults = new ArrayList<>(checker.check());
            faults.addAll(shopChecker.check());
            faults.addAll(inShop.faultsOfRace());
            long before = checker.effects() + inShop.effects();
            Map<String, JsonNode> customers = inShop.customers();
            again(world, shop, warehouses, folder, "ledger");
            long rerun = checker.effects() + inShop.effects() - before;
            again(world, shop, warehouses, folder, "another-ledger");
            long emptied = checker.effects() + inShop.effects() - before - rerun;
            if (!customers.equals(inShop.customers())) {
                faults.add("running again changed customers");
            }
            faults.forEach(fault -> System.out.println("fault: " + fault));
            System.out.println("quickstart: " + checker.summary() + " ; " + shopChecker.summary() + "; "
                    + checker.missing() + " parked; rerun " + rerun + " effects; emptied store " + emptied
                    + " effects");
            return faults.isEmpty() && rerun == 0 && emptied == 0 ? 0 : 1;
        }
    }

    private void trade(SimulatedWorld world, Warehouse warehouse, Warehouses warehouses, Flow flow)
            throws IOException, SQLException {
        Instant start = SimulatedWorld.WEEK_START;
        for (int day = 1; day <= DAYS; day++) {
            Instant evening = start.plus(Duration.ofDays(day));
            time.advanceTo(evening);
            if (day == 1) {
                // the warehouse is faster than the books: these shipments wait for their orders
                warehouse.ship(world.amazon().orders(), start.plus(Duration.ofHours(6)), evening, 0);
                report.add(flow.run(Flow.WAREHOUSE, AS_LONG_AS_IT_TAKES));
            }
            report.add(flow.run(Flow.ORDERS, AS_LONG_AS_IT_TAKES));
            warehouses.allocate(world.netsuite());
            time.advance(Duration.ofMinutes(10));
            report.add(flow.run(Flow.RELEASE, AS_LONG_AS_IT_TAKES));
            warehouse.ship(world.amazon().orders(), evening.minus(Duration.ofHours(1)), time.instant(), day);
            warehouses.work();
            time.advance(Duration.ofMinutes(10));
            warehouses.work();
            time.advance(Duration.ofMinutes(10));
            for (String shipments : List.of(Flow.WAREHOUSE, Flow.BY_X12, Flow.BY_SHIPSTATION)) {
                report.add(flow.run(shipments, AS_LONG_AS_IT_TAKES));
            }
            time.advance(Duration.ofMinutes(10));
            report.add(flow.run(Flow.STOREFRONT, AS_LONG_AS_IT_TAKES));
        }
    }

    /** Orders of both storefronts, and whatever else there is between the shop and NetSuite. */
    private void round(Flow flow) {
        time.advance(Duration.ofMinutes(20));
        report.add(flow.run(Flow.ORDERS, AS_LONG_AS_IT_TAKES));
        for (String sync : ShopSyncs.NAMES) {
            report.add(flow.run(sync, AS_LONG_AS_IT_TAKES));
        }
    }

    /** Everything once more, with the ledger as it is or with an empty one. */
    private void again(SimulatedWorld world, SimulatedShop shop, Warehouses warehouses, Path folder, String ledgerName)
            throws IOException, SQLException {
        try (EmbeddedStore ledger = EmbeddedStore.open(folder.resolve(ledgerName));
                Flow flow = flow(world, shop, warehouses, ledger, folder, true)) {
            List<String> syncs = new ArrayList<>(SYNCS);
            syncs.addAll(ShopSyncs.NAMES);
            for (int round = 0; round < 2; round++) {
                for (String sync : syncs) {
                    time.advance(Duration.ofMinutes(20));
                    RunReport done = flow.run(sync, AS_LONG_AS_IT_TAKES);
                    if (done.ending() != RunReport.Ending.CAUGHT_UP) {
                        System.out.println("fault: " + done.summary());
                    }
                }
            }
        }
    }

    private Flow flow(
            SimulatedWorld world,
            SimulatedShop shop,
            Warehouses warehouses,
            EmbeddedStore ledger,
            Path folder,
            boolean quiet) {
        Map<String, String> files = Map.of(
                "warehouse",
                "OAK1",
                "exchange.folder",
                folder.resolve("exchange").toString(),
                "incoming.settle",
                "PT0S",
                "zone",
                SimulatedWorld.ZONE.getId(),
                "orderReference",
                "channel_order_id",
                "lineReference",
                "channel_line_id");
        return Flow.withShopAndWarehouses(
                Connectors.Environment.of(ledger.store()).at(time),
                Map.of(
                        "netsuite", ShopBooks.settings(world.netsuiteSettings()),
                        "shopify", shop.settings(),
                        "amazon", world.amazonSettings(),
                        "warehouse-files", files,
                        "warehouse-x12", warehouses.x12Settings(),
                        "shipstation", warehouses.shipStationSettings()),
                SimulatedWorld.WEEK_START,
                quiet);
    }

    private static void delete(Path folder) throws IOException, SQLException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
