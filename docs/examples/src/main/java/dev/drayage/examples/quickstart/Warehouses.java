package dev.drayage.examples.quickstart;

import com.fasterxml.jackson.databind.JsonNode;
import dev.drayage.testkit.netsuite.NetSuiteSimulator;
import dev.drayage.testkit.netsuite.StoredRecord;
import dev.drayage.testkit.shipstation.Habits;
import dev.drayage.testkit.shipstation.Label;
import dev.drayage.testkit.shipstation.LabelPackage;
import dev.drayage.testkit.shipstation.ShipStationSimulator;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.Shipment;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Two warehouses that are told what to ship: one speaks X12 over SFTP, the other uses ShipStation. Both ship late, in parts and
 * in several cartons. The order desk decides from where an order leaves; orders of Prime and those that it leaves alone are
 * shipped by the warehouse that sends CSV files.
 */
public final class Warehouses implements AutoCloseable {
    /** The location that the X12 warehouse serves. */
    public static final String BY_X12 = "9";
    /** The location that ShipStation serves. */
    public static final String BY_SHIPSTATION = "8";

    private final WarehouseSimulator x12;
    private final SftpDoor door;
    private final ShipStationSimulator station;
    private final Path spool;

    private Warehouses(WarehouseSimulator x12, SftpDoor door, ShipStationSimulator station, Path spool) {
        this.x12 = x12;
        this.door = door;
        this.station = station;
        this.spool = spool;
    }

    /** Opens both; the files of the first are exchanged below {@code folder}. */
    public static Warehouses open(InstantSource clock, Path folder, long seed) {
        WarehouseSimulator x12 = WarehouseSimulator.builder(clock, folder.resolve("x12"))
                .zone(SimulatedWorld.ZONE)
                .warehouse("ZZ", "FERNLEY3PL")
                .depositor("ZZ", "QUICKSTART")
                .production(true)
                .stockOfOtherArticles(1_000_000)
                .habits(dev.drayage.testkit.warehouse.Habits.builder()
                        .seed(seed)
                        .lateRounds(2)
                        .splitShare(0.2)
                        .cartons(3)
                        .dividedLineShare(0.2)
                        .sameBytesAgainShare(0.1)
                        .newInterchangeAgainShare(0.1)
                        .heldBackShare(0.2)
                        .shuffles(true)
                        .build())
                .open();
        ShipStationSimulator station = ShipStationSimulator.builder(clock)
                .apiKey("quickstart-key")
                .zone(SimulatedWorld.ZONE)
                .habits(Habits.builder()
                        .seed(seed)
                        .lateRounds(2)
                        .splitShare(0.2)
                        .cartons(3)
                        .build())
                .start();
        SftpDoor door =
                SftpDoor.builder(x12.root()).user("quickstart", "secret").open();
        return new Warehouses(x12, door, station, folder.resolve("spool"));
    }

    /** From where an order leaves, if not from where it stands. */
    static Optional<String> locationOf(String channelOrder, boolean prime) {
        if (prime) {
            return Optional.empty();
        }
        return switch (Math.floorMod(channelOrder.hashCode(), 3)) {
            case 1 -> Optional.of(BY_X12);
            case 2 -> Optional.of(BY_SHIPSTATION);
            default -> Optional.empty();
        };
    }

    /** The order desk moves what came in since to where it leaves from. */
    void allocate(NetSuiteSimulator netsuite) {
        for (StoredRecord order : netsuite.records("salesOrder")) {
            Optional<String> location = locationOf(
                    order.body().path("custbody_drayage_order_id").asText(),
                    order.body().path("custbody_drayage_programs").asText().contains("PRIME"));
            for (JsonNode line : order.body().path("item").path("items")) {
                if (location.isPresent()
                        && line.path("location").path("id").asText().isEmpty()) {
                    netsuite.clerk().moveLine(order.id(), line.path("line").asLong(), location.get());
                }
            }
        }
    }

    /** A round of the day in both. */
    void work() {
        x12.work();
        station.work();
    }

    /** Whether something is left to ship. */
    boolean hasWork() {
        return x12.hasWork() || station.hasWork();
    }

    /** Everything that either was told, and every answer that the X12 warehouse was given. */
    long effects() {
        return x12.orders().stream()
                        .mapToLong(order -> order.originals() + order.changes() + order.cancels())
                        .sum()
                + x12.acknowledged().size()
                + station.journal().writes().size();
    }

    /** What the X12 warehouse objected to. */
    List<String> complaints() {
        return x12.complaints().stream().map(Object::toString).toList();
    }

    /** How many shipments have left, of which NetSuite must have an item fulfillment each. */
    long shipments() {
        return x12.shipments().stream()
                        .filter(shipment -> shipment.pieces() > 0)
                        .count()
                + station.labels().stream().filter(label -> !label.voided()).count();
    }

    /** The cartons that have left, in the words of Amazon: its order id, and units by its order items. */
    List<Warehouse.Carton> cartons(NetSuiteSimulator netsuite) {
        Map<String, StoredRecord> byNumber = new LinkedHashMap<>();
        netsuite.records("salesOrder")
                .forEach(order -> byNumber.put(order.body().path("tranId").asText(), order));
        List<Warehouse.Carton> cartons = new ArrayList<>();
        for (Shipment shipment : x12.shipments()) {
            for (Shipment.Carton carton : shipment.cartons()) {
                Map<String, Integer> units = new LinkedHashMap<>();
                carton.contents().forEach(content -> units.merge(content.lineId(), content.quantity(), Integer::sum));
                cartons.add(carton(byNumber.get(shipment.orderNumber()), carton.tracking(), units, true));
            }
        }
        Map<String, StoredRecord> byId = new LinkedHashMap<>();
        byNumber.values().forEach(order -> byId.put(order.id(), order));
        for (Label label : station.labels()) {
            for (LabelPackage parcel : label.packages()) {
                Map<String, Integer> units = new LinkedHashMap<>();
                parcel.contents().forEach(item -> {
                    String mark = item.externalOrderItemId();
                    units.merge(mark.substring(mark.indexOf('#') + 1), item.quantity(), Integer::sum);
                });
                String mark = parcel.contents().get(0).externalOrderItemId();
                cartons.add(carton(
                        byId.get(mark.substring(mark.indexOf('/') + 1, mark.indexOf('#'))),
                        parcel.trackingNumber(),
                        units,
                        false));
            }
        }
        return cartons;
    }

    private static Warehouse.Carton carton(
            @Nullable StoredRecord order, String tracking, Map<String, Integer> byLine, boolean contentsTold) {
        if (order == null) {
            throw new IllegalStateException("carton " + tracking + " left for an order that NetSuite does not have");
        }
        Map<String, Integer> units = new LinkedHashMap<>();
        for (JsonNode line : order.body().path("item").path("items")) {
            Integer left = byLine.get(line.path("line").asText());
            if (left != null) {
                units.put(line.path("custcol_drayage_line_id").asText(), left);
            }
        }
        return new Warehouse.Carton(
                order.body().path("custbody_drayage_order_id").asText(), false, "UPS", tracking, units, contentsTold);
    }

    /** The flat settings of the X12 warehouse. */
    public Map<String, String> x12Settings() {
        return Map.ofEntries(
                Map.entry("warehouse", "FERNLEY-1"),
                Map.entry("x12.us", "ZZ:QUICKSTART"),
                Map.entry("x12.them", "ZZ:FERNLEY3PL"),
                Map.entry("x12.lenient", "difference-of-all-advices"),
                Map.entry("lots", "summed"),
                Map.entry("zone", SimulatedWorld.ZONE.getId()),
                Map.entry("exchange.transport", "sftp"),
                Map.entry("exchange.spool", spool.toString()),
                Map.entry("sftp.host", door.host()),
                Map.entry("sftp.port", Integer.toString(door.port())),
                Map.entry("sftp.fingerprints", door.hostKeyFingerprint()),
                Map.entry("sftp.user", door.user()),
                Map.entry("sftp.password", door.password()),
                Map.entry("outgoing.folder", "toWarehouse"),
                Map.entry("incoming.folder", "fromWarehouse"),
                Map.entry("incoming.settle", "PT0S"),
                Map.entry(
                        "shipMethods",
                        "Ground=PP:U:UPSN:UPS GROUND,Express=PP:U:UPSN:UPS NEXT DAY AIR,"
                                + "Second day=PP:U:UPSN:UPS 2ND DAY AIR"));
    }

    /** The flat settings of ShipStation. */
    public Map<String, String> shipStationSettings() {
        return Map.of(
                "account",
                "RENO",
                "apiKey",
                station.apiKey(),
                "erpAccount",
                "netsuite:1234567",
                "base.url",
                station.endpoint().toString(),
                "zone",
                SimulatedWorld.ZONE.getId(),
                "warehouseId",
                "se-28529731",
                "shipMethods",
                "Ground=se-1/ups_ground,Express=se-1/ups_next_day_air,Second day=se-1/ups_2nd_day_air");
    }

    @Override
    public void close() {
        door.close();
        station.close();
    }
}
