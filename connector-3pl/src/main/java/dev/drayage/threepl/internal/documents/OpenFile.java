package dev.drayage.threepl.internal.documents;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.threepl.internal.exchange.InboundFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A file that is being worked on: how far each kind of record in it was read, and which of those that were read have not been
 * settled. Guarded by the mailroom.
 */
final class OpenFile {
    private static final int MOST_REASONS = 100;

    private final InboundFile file;
    private final Documents documents;
    private final Map<String, Progress<?>> progress = new HashMap<>();
    private final List<String> reasons = new ArrayList<>();
    private int reasonsLeftOut;

    /** How far one kind of record was read. */
    private static final class Progress<T extends CommerceRecord> {
        private final Reading<T> reading;
        private final Set<RecordRef> outstanding = new HashSet<>();
        private final Set<RecordRef> unreadable = new HashSet<>();
        private final Set<RecordRef> waiting = new HashSet<>();
        private int at;
        private boolean ended;

        Progress(Reading<T> reading) {
            this.reading = reading;
        }
    }

    OpenFile(InboundFile file, Documents documents) {
        this.file = file;
        this.documents = documents;
    }

    InboundFile file() {
        return file;
    }

    Documents documents() {
        return documents;
    }

    /** Reads one kind of record from the start again; what was outstanding of it comes again. */
    void restart(RecordType<?> type) {
        Progress<?> old = progress.remove(type.name());
        if (old != null) {
            old.reading.close();
        }
    }

    /** Up to {@code limit} more records from position {@code from}; empty at the end of the file. */
    <T extends CommerceRecord> List<Change<T>> read(RecordType<T> type, int from, int limit) {
        Progress<T> state = at(type, from);
        List<Change<T>> changes = new ArrayList<>();
        while (changes.size() < limit && !state.ended) {
            Optional<Change<T>> next = state.reading.next();
            if (next.isEmpty()) {
                state.ended = true;
                state.reading.close();
            } else {
                state.at++;
                changes.add(next.get());
                state.outstanding.add(next.get().ref());
                if (next.get() instanceof Change.Unreadable) {
                    state.unreadable.add(next.get().ref());
                }
            }
        }
        return changes;
    }

    /** Where the next read of a kind goes on; empty if all of it was read. */
    Optional<Integer> next(RecordType<?> type) {
        Progress<?> state = progress.get(type.name());
        if (state == null) {
            return documents.types().contains(type) ? Optional.of(0) : Optional.empty();
        }
        return state.ended ? Optional.empty() : Optional.of(state.at);
    }

    @SuppressWarnings("unchecked") // progress is kept by the name of its type
    private <T extends CommerceRecord> Progress<T> at(RecordType<T> type, int from) {
        Progress<T> state = (Progress<T>) progress.get(type.name());
        if (state == null || (state.at != from && !state.ended)) {
            restart(type);
            state = new Progress<>(documents.read(type));
            progress.put(type.name(), state);
            while (state.at < from && state.reading.next().isPresent()) {
                state.at++;
            }
        }
        return state;
    }

    /** Takes note that a record is in the ledger; tells whether it stands in this file. */
    boolean settle(RecordType<?> type, RecordRef ref) {
        Progress<?> state = progress.get(type.name());
        return state != null && state.outstanding.remove(ref);
    }

    /** Takes note whether a record will be asked for again. */
    void waits(RecordType<?> type, RecordRef ref, boolean waits) {
        Progress<?> state = progress.get(type.name());
        if (state != null && waits) {
            state.waiting.add(ref);
        } else if (state != null) {
            state.waiting.remove(ref);
        }
    }

    /** Its records that wait for something, or for a person. */
    Set<RecordRef> waiting() {
        Set<RecordRef> waiting = new HashSet<>();
        progress.values().forEach(state -> waiting.addAll(state.waiting));
        return waiting;
    }

    /** Whether this file tells of a record that could not be understood. */
    boolean isUnreadable(RecordType<?> type, RecordRef ref) {
        Progress<?> state = progress.get(type.name());
        return state != null && state.unreadable.contains(ref);
    }

    /** Keeps a line of text for the people who look at the file. */
    void reason(String text) {
        if (reasons.size() < MOST_REASONS) {
            reasons.add(text);
        } else {
            reasonsLeftOut++;
        }
    }

    /** What people should know of the file; empty if all is well. */
    List<String> reasons() {
        List<String> all = new ArrayList<>(reasons);
        if (reasonsLeftOut > 0) {
            all.add("and " + reasonsLeftOut + " more");
        }
        return all;
    }

    /** Whether everything in it was read and is in the ledger. */
    boolean isDone() {
        return documents.types().stream().allMatch(type -> {
            Progress<?> state = progress.get(type.name());
            return state != null && state.ended && state.outstanding.isEmpty();
        });
    }

    void close() {
        progress.values().forEach(state -> state.reading.close());
    }
}
