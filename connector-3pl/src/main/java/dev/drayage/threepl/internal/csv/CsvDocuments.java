package dev.drayage.threepl.internal.csv;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.Reading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One file after it was checked: its records, or why it is refused. Thread-safe. */
final class CsvDocuments implements Documents {
    private final Optional<RecordType<?>> type;
    private final Supplier<Reading<?>> records;
    private final Optional<String> refusal;
    private final boolean complete;

    private CsvDocuments(
            Optional<RecordType<?>> type, Supplier<Reading<?>> records, Optional<String> refusal, boolean complete) {
        this.type = type;
        this.records = records;
        this.refusal = refusal;
        this.complete = complete;
    }

    /** Records of one kind. */
    static <T extends CommerceRecord> CsvDocuments of(RecordType<T> type, Supplier<Reading<T>> records) {
        return new CsvDocuments(Optional.of(type), records::get, Optional.empty(), true);
    }

    /** A file that tells nothing that is wanted. */
    static CsvDocuments nothing() {
        return new CsvDocuments(Optional.empty(), () -> Reading.of(List.of()), Optional.empty(), true);
    }

    static CsvDocuments refused(String file, FileFault fault) {
        return new CsvDocuments(
                Optional.empty(),
                () -> Reading.of(List.of()),
                Optional.of("file " + file + ": " + fault.getMessage()),
                !fault.isCut());
    }

    @Override
    public boolean isComplete() {
        return complete;
    }

    @Override
    public Optional<String> refusal() {
        return refusal;
    }

    @Override
    public boolean isNewsAgain() {
        return type.isPresent() && type.get().equals(RecordType.INVENTORY_LEVEL);
    }

    @Override
    public Set<RecordType<?>> types() {
        return type.<Set<RecordType<?>>>map(Set::of).orElse(Set.of());
    }

    @Override
    @SuppressWarnings("unchecked") // the records are of the type that was asked for
    public <T extends CommerceRecord> Reading<T> read(RecordType<T> asked) {
        return types().contains(asked) ? (Reading<T>) records.get() : Reading.of(List.of());
    }
}
