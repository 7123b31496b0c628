package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorState;
import dev.drayage.spi.Effect;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.Interposed;
import dev.drayage.testing.SettableTime;
import dev.drayage.testing.SimulatedCrash;
import dev.drayage.testing.UncalledHttpClient;
import dev.drayage.testkit.warehouse.ReceivedOrder;
import dev.drayage.testkit.warehouse.SftpDoor;
import dev.drayage.testkit.warehouse.WarehouseSimulator;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * A simulated warehouse that acknowledges X12 and has nothing to ship, so that it can always obey, a store that outlives
 * processes, and processes that may die.
 */
final class X12World implements AutoCloseable {
    private final SettableTime time = new SettableTime(Instant.parse("2026-11-21T00:00:00Z"));
    private final InMemorySyncStore store = new InMemorySyncStore(time);
    private final Path area;
    private final Path spool;
    private final WarehouseSimulator warehouse;
    private final Optional<SftpDoor> door;
    private final Teller teller;
    private boolean carriedOut;
    private int at = Integer.MAX_VALUE;
    private int calls;

    private X12World(Path room, boolean sftp) throws IOException {
        area = Files.createDirectories(room.resolve("area"));
        spool = room.resolve("spool");
        warehouse = WarehouseSimulator.builder(time, area)
                .production(true)
                .stock("VIT", 0)
                .stock("DRILL", 0)
                .stock("TEE", 0)
                .open();
        door = sftp ? Optional.of(SftpDoor.builder(area).user("acme", "secret").open()) : Optional.empty();
        teller = new Teller(this::connector, time, warehouse::work);
    }

    /** A warehouse behind a folder. */
    static X12World folder(Path room) throws IOException {
        return new X12World(room, false);
    }

    /** A warehouse behind SFTP. */
    static X12World sftp(Path room) throws IOException {
        return new X12World(room, true);
    }

    /** The way to the warehouse. */
    SftpDoor door() {
        return door.orElseThrow();
    }

    private Connector connector() {
        WarehouseX12Settings.Builder settings = WarehouseX12Settings.builder()
                .warehouse("W1")
                .parties(X12Envelope.US, X12Envelope.THEM)
                .zone(ZoneId.of("America/Chicago"))
                .folders("toWarehouse", "fromWarehouse")
                .spool(spool)
                .with(ExchangeSettings.SETTLE, "PT0S")
                .with(FileWarehouseSettings.TAKES_CHANGES, "true")
                .with(FileWarehouseSettings.TAKES_CANCELLATIONS, "true")
                .with(FileWarehouseSettings.SHIP_METHODS, ToldOrders.METHOD + "=PP:U:UPSN:UPS GROUND");
        door.ifPresentOrElse(
                open -> settings.sftp(open.host(), open.user(), open.hostKeyFingerprint())
                        .sftpPort(open.port())
                        .sftpPassword(open.password()),
                () -> settings.folder(area));
        return new WarehouseX12Provider()
                .open(
                        settings.build(),
                        new ConnectorContext(
                                time,
                                new SplittableRandom(1),
                                new UncalledHttpClient(),
                                account -> mortal(store.connectorState("default", account))));
    }

    private ConnectorState mortal(ConnectorState state) {
        return Interposed.wrap(ConnectorState.class, state, (call, action) -> {
            boolean now = calls++ == at;
            if (now && !carriedOut) {
                throw new SimulatedCrash(call);
            }
            Object answer = action.run();
            if (now) {
                throw new SimulatedCrash(call);
            }
            return answer;
        });
    }

    /** The process dies at the call of its store that comes after so many more, which is carried out or not. */
    void dies(boolean afterTheCall, int place) {
        carriedOut = afterTheCall;
        at = place;
        calls = 0;
    }

    /** Whether the call at which the process was to die was reached. */
    boolean died() {
        return calls > at;
    }

    /** Tells the one order of this world until it is acknowledged. */
    RecordRef tell(int units, Effect.Mode mode, Optional<RecordRef> existing) {
        return teller.tell(
                ToldOrders.effect(new AccountId("warehouse", "W1"), "SO1", units, ToldOrders.METHOD, mode), existing);
    }

    /** The order as the warehouse has it, after it read all there is and found nothing wrong. */
    ReceivedOrder received() {
        warehouse.work();
        assertThat(warehouse.complaints()).isEmpty();
        assertThat(warehouse.duplicates()).as("documents that came again").isZero();
        assertThat(warehouse.orders()).hasSize(1);
        return warehouse.orders().get(0);
    }

    @Override
    public void close() {
        door.ifPresent(SftpDoor::close);
    }
}
