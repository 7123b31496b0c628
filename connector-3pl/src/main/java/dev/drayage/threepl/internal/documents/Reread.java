package dev.drayage.threepl.internal.documents;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The records of the file that was last asked for single ones, since the others are asked for next. Of a file with more than
 * {@value #MOST} records nothing is kept, and each is looked for anew. Guarded by the mailroom.
 */
final class Reread {
    private static final int MOST = 20_000;

    private String held = "";
    private boolean tooLarge;
    private final Map<RecordRef, Change<?>> records = new HashMap<>();

    /** One record of a file, or empty if the file does not tell of it. */
    @SuppressWarnings("unchecked") // what is held under a reference is of its type
    <T extends CommerceRecord> Optional<Change<T>> find(
            String file, Supplier<Documents> opened, RecordType<T> type, RecordRef ref) {
        String wanted = type.name() + "/" + file;
        if (!held.equals(wanted)) {
            forget();
            hold(opened.get(), type);
            held = wanted;
        }
        return tooLarge ? scan(opened.get(), type, ref) : Optional.ofNullable((Change<T>) records.get(ref));
    }

    /** Lets go of what is held. */
    void forget() {
        held = "";
        tooLarge = false;
        records.clear();
    }

    private <T extends CommerceRecord> void hold(Documents documents, RecordType<T> type) {
        if (documents.refusal().isPresent() || !documents.types().contains(type)) {
            return;
        }
        try (Reading<T> reading = documents.read(type)) {
            for (Optional<Change<T>> next = reading.next(); next.isPresent() && !tooLarge; next = reading.next()) {
                records.putIfAbsent(next.get().ref(), next.get());
                tooLarge = records.size() > MOST;
            }
        }
        if (tooLarge) {
            records.clear();
        }
    }

    /** One record of a file that is read for it alone. */
    static <T extends CommerceRecord> Optional<Change<T>> scan(Documents documents, RecordType<T> type, RecordRef ref) {
        if (documents.refusal().isPresent() || !documents.types().contains(type)) {
            return Optional.empty();
        }
        try (Reading<T> reading = documents.read(type)) {
            Optional<Change<T>> next = reading.next();
            while (next.isPresent() && !next.get().ref().equals(ref)) {
                next = reading.next();
            }
            return next;
        }
    }
}
