package dev.drayage.threepl.internal.documents;

import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.InboundFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which file to look into for a record that waits or is parked. A shipment has a row of its own, for the newest file that told
 * of it. Counts of stock are many and follow each other: for them the newest files are remembered, whatever stands in
 * them. Guarded by the mailroom.
 */
final class ToldFiles {
    private static final String WAITING = "waiting/";
    private static final String COUNTS = "counts";
    private static final int MOST_COUNTS = 12;

    private final ConnectorState state;

    ToldFiles(ConnectorState state) {
        this.state = state;
    }

    /**
     * A file by its time and id.
     *
     * @param modified when it was last written to, which orders files that tell of one record
     */
    private record Told(Instant modified, String id) {
        static Told of(InboundFile file) {
            return new Told(file.modified(), file.id());
        }

        static Told parse(String text) {
            int blank = text.indexOf(' ');
            return new Told(Instant.parse(text.substring(0, blank)), text.substring(blank + 1));
        }

        @Override
        public String toString() {
            return modified + " " + id;
        }
    }

    /** Whether records of a kind are found by the newest files instead of one by one. */
    static boolean byNewest(RecordType<?> type) {
        return type.equals(RecordType.INVENTORY_LEVEL);
    }

    /** A record of this file will be asked for again. */
    void remember(RecordRef ref, InboundFile file) {
        String key = WAITING + ref.id();
        Told told = Told.of(file);
        Optional<Told> known = state.get(key).map(Told::parse);
        boolean newer =
                known.map(old -> !told.modified().isBefore(old.modified())).orElse(true);
        if (newer && !known.equals(Optional.of(told))) {
            state.put(key, told.toString());
        }
    }

    /** A record of this name will not be asked for again. */
    void forget(RecordRef ref) {
        String key = WAITING + ref.id();
        if (state.get(key).isPresent()) {
            state.remove(key);
        }
    }

    /** A file of counts was put away. */
    void rememberCounts(InboundFile file) {
        List<String> files = new ArrayList<>(counts());
        String told = Told.of(file).toString();
        if (!files.contains(told)) {
            files.add(told);
            files.sort(
                    (a, b) -> Told.parse(b).modified().compareTo(Told.parse(a).modified()));
            state.put(COUNTS, String.join("\n", files.subList(0, Math.min(MOST_COUNTS, files.size()))));
        }
    }

    /** The ids of the files to look into for a record, the newest first. */
    List<String> of(RecordType<?> type, RecordRef ref) {
        List<String> told = byNewest(type)
                ? counts()
                : state.get(WAITING + ref.id()).map(List::of).orElse(List.of());
        return told.stream().map(text -> Told.parse(text).id()).toList();
    }

    private List<String> counts() {
        return state.get(COUNTS)
                .map(text -> Arrays.asList(text.split("\n", -1)))
                .orElse(List.of());
    }
}
