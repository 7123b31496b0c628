package dev.drayage.threepl.internal.csv;

import dev.drayage.model.AccountId;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.LineReference;
import dev.drayage.model.RecordType;
import dev.drayage.settings.Setting;
import dev.drayage.spi.Change;
import dev.drayage.testing.SettableTime;
import dev.drayage.threepl.CsvFiles;
import dev.drayage.threepl.WarehouseFilesSettings;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.Reading;
import dev.drayage.threepl.internal.exchange.InboundFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files of one partner that lie in a folder, and what they tell. */
final class CsvFolder {
    static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    private final Path folder;
    private final WarehouseFilesSettings.Builder settings;
    private int files;
    private @Nullable CsvFileFormat opened;

    CsvFolder(Path folder) {
        this.folder = folder;
        this.settings = WarehouseFilesSettings.builder()
                .warehouse("W1")
                .folder(folder)
                .zone(ZoneId.of("America/Chicago"))
                .lineReference(LineReference.Kind.CHANNEL_LINE_ID);
    }

    CsvFolder with(Setting<?> setting, String text) {
        settings.with(setting, text);
        opened = null;
        return this;
    }

    CsvFileFormat format() {
        return CsvFiles.of(new AccountId("warehouse", "W1"), settings.build(), new SettableTime(NOW));
    }

    Documents open(String content) {
        return open("a.csv", content.getBytes(StandardCharsets.UTF_8));
    }

    Documents open(String name, byte[] content) {
        try {
            Path file = Files.write(folder.resolve("file"), content);
            if (opened == null) {
                opened = format();
            }
            return opened.open(inbound(name, file, content.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InboundFile inbound(String name, Path file, long size) {
        return new InboundFile("id" + files++, name, size, NOW.minusSeconds(3600), "digest", file, Optional.empty());
    }

    static <T extends CommerceRecord> List<Change<T>> all(Documents documents, RecordType<T> type) {
        List<Change<T>> all = new ArrayList<>();
        try (Reading<T> reading = documents.read(type)) {
            for (Optional<Change<T>> next = reading.next(); next.isPresent(); next = reading.next()) {
                all.add(next.get());
            }
        }
        return all;
    }

    /** The records that can be used. */
    static <T extends CommerceRecord> List<T> records(Documents documents, RecordType<T> type) {
        List<T> records = new ArrayList<>();
        for (Change<T> change : all(documents, type)) {
            if (change instanceof Change.Present<T> present) {
                records.add(present.record());
            }
        }
        return records;
    }

    /** What is wrong with the records that cannot be used. */
    static <T extends CommerceRecord> List<String> faults(Documents documents, RecordType<T> type) {
        List<String> faults = new ArrayList<>();
        for (Change<T> change : all(documents, type)) {
            if (change instanceof Change.Unreadable<T> unreadable) {
                faults.add(unreadable.message());
            }
        }
        return faults;
    }
}
