package dev.drayage.threepl.internal.documents;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.exchange.StateKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which file to look into for a record that waits or is parked: the newest that told of it. A file may tell of ten thousand
 * such records, so they are kept by file, each as a mark of its id, some hundred to a row; a row goes when none of its
 * records waits any more. What was read stays known until another process has written. Guarded by the mailroom.
 */
final class ToldFiles {
    private static final String ROWS = StateKeys.TOLD;
    private static final String VERSION = StateKeys.TOLD_VERSION;
    private static final int MARK = 12;
    private static final int MARKS_IN_ROW = 300;

    private final ConnectorState state;
    private final Map<String, Row> rows = new HashMap<>();
    private final Map<String, String> rowOfMark = new HashMap<>();
    private Optional<String> version = Optional.empty();
    private boolean isRead;

    /** Some of the records of one file. */
    private record Row(Instant modified, String file, Set<String> marks) {
        static Row parse(String text) {
            List<String> fields = Arrays.asList(text.split(" ", -1));
            Set<String> marks = new LinkedHashSet<>();
            String packed = fields.get(2);
            for (int i = 0; i < packed.length(); i += MARK) {
                marks.add(packed.substring(i, i + MARK));
            }
            return new Row(Instant.parse(fields.get(0)), fields.get(1), marks);
        }

        String text() {
            return modified + " " + file + " " + String.join("", marks);
        }
    }

    ToldFiles(ConnectorState state) {
        this.state = state;
    }

    /** Records of this file will be asked for again. */
    void remember(InboundFile file, Collection<RecordRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        refresh();
        Set<String> changed = new LinkedHashSet<>();
        List<String> marks = new ArrayList<>();
        for (RecordRef ref : refs) {
            String mark = mark(ref);
            Row known = row(mark).orElse(null);
            boolean older = known != null && file.modified().isBefore(known.modified());
            if (!older && (known == null || !known.file().equals(file.id()))) {
                drop(mark).ifPresent(changed::add);
                marks.add(mark);
            }
        }
        for (int i = 0; i < marks.size(); i += MARKS_IN_ROW) {
            String key = ROWS + file.id() + "/" + marks.get(i);
            Row row = new Row(
                    file.modified(),
                    file.id(),
                    new LinkedHashSet<>(marks.subList(i, Math.min(i + MARKS_IN_ROW, marks.size()))));
            rows.put(key, row);
            row.marks().forEach(mark -> rowOfMark.put(mark, key));
            changed.add(key);
        }
        write(changed);
    }

    /** These records will not be asked for again. */
    void forget(Collection<RecordRef> refs) {
        if (refs.isEmpty()) {
            return;
        }
        refresh();
        Set<String> changed = new LinkedHashSet<>();
        refs.forEach(ref -> drop(mark(ref)).ifPresent(changed::add));
        write(changed);
    }

    /** The file to look into for a record, if one is known. */
    Optional<String> of(RecordRef ref) {
        refresh();
        return row(mark(ref)).map(Row::file);
    }

    private Optional<Row> row(String mark) {
        return Optional.ofNullable(rowOfMark.get(mark)).map(rows::get);
    }

    private Optional<String> drop(String mark) {
        Optional<String> key = Optional.ofNullable(rowOfMark.remove(mark));
        key.map(rows::get).ifPresent(row -> row.marks().remove(mark));
        return key;
    }

    /** Says first that something changes: a process that dies in between leaves nobody with what it knew before. */
    private void write(Set<String> changed) {
        if (changed.isEmpty()) {
            return;
        }
        String next = ContentDigest.of(version, changed);
        state.put(VERSION, next);
        version = Optional.of(next);
        for (String key : changed) {
            Row row = rows.get(key);
            if (row == null || row.marks().isEmpty()) {
                rows.remove(key);
                state.remove(key);
            } else {
                state.put(key, row.text());
            }
        }
    }

    private void refresh() {
        Optional<String> now = state.get(VERSION);
        if (isRead && now.equals(version)) {
            return;
        }
        rows.clear();
        rowOfMark.clear();
        state.all(ROWS).forEach((key, text) -> rows.put(key, Row.parse(text)));
        // a process may have died between a new row and the old one: the newer file counts
        rows.forEach((key, row) -> row.marks()
                .forEach(mark -> rowOfMark.merge(mark, key, (a, b) -> {
                    Row one = rows.get(a);
                    Row other = rows.get(b);
                    return one != null && other != null && other.modified().isBefore(one.modified()) ? a : b;
                })));
        version = now;
        isRead = true;
    }

    private static String mark(RecordRef ref) {
        return ContentDigest.of(ref.type(), ref.id()).substring(0, MARK);
    }
}
