package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.model.AccountId;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.spi.ConnectorState;
import dev.drayage.store.InMemorySyncStore;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.exchange.ExchangeSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One partner's folder, one host with its store and spool, and as many processes of it as die. */
final class ExchangeWorld {
    static final Instant NOW = Instant.parse("2026-11-21T06:15:00Z");
    static final SettingsSchema SCHEMA = SettingsSchema.of("Exchange", ExchangeSettings.ALL.toArray(new Setting<?>[0]))
            .with(ExchangeSettings::problems);

    final SettableTime time = new SettableTime(NOW);
    final CallContext call = new CallContext(NOW.plusSeconds(86_400 * 400), new Cancellation(), Priority.ORDERS);
    final ConnectorState state =
            new InMemorySyncStore(time).connectorState("default", new AccountId("warehouse", "W1"));
    final Path root;
    private final Settings settings;

    ExchangeWorld(Path root, Map<String, String> given) {
        this.root = root;
        Map<String, String> flat = new TreeMap<>(Map.of(
                "exchange.folder",
                root.resolve("partner").toString(),
                "exchange.spool",
                root.resolve("spool").toString(),
                "incoming.settle",
                "PT0S"));
        flat.putAll(given);
        this.settings = SCHEMA.read(flat);
        exchange().list("inbound", call);
    }

    FileExchange exchange() {
        return new LocalFolderExchange(root.resolve("partner"), time);
    }

    Spool spool() {
        return new Spool(root.resolve("spool"));
    }

    Outbox outbox() {
        return outbox(exchange(), Death.never(), () -> {});
    }

    Outbox outbox(FileExchange exchange, Death death, Runnable partner) {
        return new Outbox(
                new MortalExchange(exchange, death, partner),
                new MortalState(state, death),
                spool(),
                DeliveryRules.of(settings),
                time);
    }

    Intake intake() {
        return intake(exchange(), Death.never());
    }

    Intake intake(FileExchange exchange, Death death) {
        return new Intake(
                new MortalExchange(exchange, death, () -> {}),
                new MortalState(state, death),
                spool(),
                IntakeRules.of(settings),
                time);
    }

    /** The partner puts a file into the inbound folder, dated so many seconds after the beginning. */
    void drop(String name, String content, long modified) {
        try {
            Path file = Files.writeString(folder("inbound").resolve(name), content);
            Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(modified)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder(String folder) {
        return root.resolve("partner").resolve(folder);
    }

    /** Names and contents of a folder at the partner's side. */
    Map<String, String> at(String folder) {
        return filesOf(folder(folder));
    }

    static Map<String, String> filesOf(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                files.put(String.valueOf(entry.getFileName()), Files.readString(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
