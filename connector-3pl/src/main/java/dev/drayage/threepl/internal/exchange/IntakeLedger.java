package dev.drayage.threepl.internal.exchange;

import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.LedgerRow.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the files of one incoming folder, in the connector's state: those in work, those put away, which content
 * was archived, and when a file was first seen as it is. Files in work are few and are read as a whole; those put away are
 * many and are looked up one by one. Not thread-safe; the intake guards it.
 */
final class IntakeLedger {
    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);

    private final ConnectorState state;
    private final String open;
    private final String settled;
    private final String content;
    private final String seen;
    private final String swept;

    IntakeLedger(ConnectorState state, String folder) {
        this.state = state;
        String base = StateKeys.INBOX + Digest.name(12, String.join("/", NameRules.folder(folder))) + "/";
        this.open = base + "open/";
        this.settled = base + "settled/";
        this.content = base + "content/";
        this.seen = base + "seen/";
        this.swept = base + "swept";
    }

    /** Files in work. A row that was settled and then not removed is removed now. */
    List<LedgerRow> inWork() {
        List<LedgerRow> rows = new ArrayList<>();
        state.all(open).forEach((key, text) -> {
            LedgerRow row = LedgerRow.ofText(key.substring(open.length()), text);
            boolean left = settled(row.id())
                    .filter(ended -> ended.generation() >= row.generation())
                    .isPresent();
            if (left) {
                state.remove(key);
            } else {
                rows.add(row);
            }
        });
        return rows;
    }

    Optional<LedgerRow> inWork(String id) {
        return state.get(open + id).map(text -> LedgerRow.ofText(id, text));
    }

    Optional<LedgerRow> settled(String id) {
        return state.get(settled + id).map(text -> LedgerRow.ofText(id, text));
    }

    LedgerRow put(LedgerRow row) {
        state.put(open + row.id(), row.toText());
        return row;
    }

    void forget(LedgerRow row) {
        state.remove(open + row.id());
    }

    /** The content is known before the file counts as put away, and that before it is no longer in work. */
    void settle(LedgerRow row) {
        if (row.stage() == Stage.ARCHIVED) {
            state.put(content + row.digest(), row.id() + "\t" + row.name());
        }
        state.put(settled + row.id(), row.toText());
        state.remove(open + row.id());
    }

    /** The name of a file with this content that was archived and is still known. */
    Optional<String> archivedWith(String digest) {
        return state.get(content + digest).map(text -> text.substring(text.indexOf('\t') + 1));
    }

    /**
     * The ids of those files that have been as they are now for so long. What is seen for the first time or is other than before is written
     * down; what is gone is forgotten.
     */
    Set<String> unchangedFor(Duration least, List<RemoteFile> files, Instant now) {
        Map<String, String> known = new HashMap<>(state.all(seen));
        Set<String> unchanged = new HashSet<>();
        for (RemoteFile file : files) {
            String key = seen + Digest.name(24, file.name());
            String look = LedgerRow.idOf(file);
            String before = known.remove(key);
            if (before != null && before.startsWith(look)) {
                Instant since = Instant.parse(before.substring(look.length() + 1));
                if (!since.plus(least).isAfter(now)) {
                    unchanged.add(look);
                }
            } else {
                state.put(key, look + "\t" + now);
            }
        }
        known.keySet().forEach(state::remove);
        return unchanged;
    }

    /** Whether it is time to look for what may be forgotten: all rows are read for it. */
    boolean isSweepDue(Instant now) {
        return state.get(swept)
                .map(last -> !Instant.parse(last).plus(BETWEEN_SWEEPS).isAfter(now))
                .orElse(true);
    }

    /** Rows that were settled longer ago than the retention and whose files cannot be taken for new ones. */
    List<LedgerRow> outdated(Duration retention, Set<String> listed, Instant now) {
        return state.all(settled).entrySet().stream()
                .map(entry -> LedgerRow.ofText(entry.getKey().substring(settled.length()), entry.getValue()))
                .filter(row -> row.at().plus(retention).isBefore(now))
                .filter(row -> row.cleared() || !listed.contains(row.id()))
                .toList();
    }

    /** Forgets a row; its content too, unless it came again since. */
    void forgetSettled(LedgerRow row) {
        String key = content + row.digest();
        if (state.get(key).filter(text -> text.startsWith(row.id() + "\t")).isPresent()) {
            state.remove(key);
        }
        state.remove(settled + row.id());
    }

    void swept(Instant now) {
        state.put(swept, now.toString());
    }
}
