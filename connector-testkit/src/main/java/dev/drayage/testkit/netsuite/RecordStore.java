package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where the records lie: by space (all transactions, all entities, all items, each kind of list) and internal id, with
 * the indexes that queries use. Not thread-safe: the account's lock guards it.
 */
final class RecordStore {
    private static final int UNPACKED_KEPT = 512;

    private final Map<String, Space> spaces = new TreeMap<>();
    private final List<Tombstone> tombstones = new ArrayList<>();
    private final PackedJson packing;
    private final Map<StoredRecord, ObjectNode> unpacked = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<StoredRecord, ObjectNode> eldest) {
            return size() > UNPACKED_KEPT;
        }
    };

    /** A record that was deleted, as it last stood. */
    record Tombstone(StoredRecord last, Instant at) {}

    /** Records that share internal ids and external ids. */
    private static final class Space {
        private final NavigableMap<Long, StoredRecord> rows = new TreeMap<>();
        private final RecordIndexes indexes = new RecordIndexes();
        private long lastId;
    }

    RecordStore(PackedJson packing) {
        this.packing = packing;
    }

    /** The next free internal id of a space. */
    long nextId(RecordType type) {
        Space space = space(type.space());
        space.lastId = Math.max(space.lastId + 1, firstId(type));
        return space.lastId;
    }

    Optional<StoredRecord> find(RecordType type, long id) {
        return Optional.ofNullable(space(type.space()).rows.get(id)).filter(found -> found.recordType() == type);
    }

    /** Whatever lies under that id in a space, of any type. */
    @Nullable StoredRecord at(String space, long id) {
        return space(space).rows.get(id);
    }

    Optional<StoredRecord> byExternalId(String space, String externalId) {
        return space(space).indexes.numbers("externalid", externalId).stream()
                .findFirst()
                .map(id -> space(space).rows.get(id));
    }

    /** Ids of the records whose indexed {@code column} has that value. */
    List<Long> lookup(String space, String column, String value) {
        return space(space).indexes.numbers(column, value);
    }

    /** All records of a space by id, from the first id above {@code after}. */
    Iterable<StoredRecord> all(String space, long after) {
        return space(space).rows.tailMap(after, false).values();
    }

    boolean anyOf(RecordType type) {
        for (StoredRecord record : all(type.space(), Long.MIN_VALUE)) {
            if (record.recordType() == type) {
                return true;
            }
        }
        return false;
    }

    /** Stores a body under an id; the version before it is kept as long as queries may lag behind. */
    StoredRecord put(RecordType type, long id, ObjectNode body, Instant now, Duration lag) {
        Space space = space(type.space());
        StoredRecord before = space.rows.get(id);
        StoredRecord after = new StoredRecord(
                type,
                id,
                body,
                before == null ? now : before.createdAt(),
                now,
                packing,
                lag.isZero() || before == null ? null : before);
        if (before != null) {
            if (!before.lastModified().isAfter(now.minus(lag))) {
                before.forgetEarlier();
            }
            space.indexes.remove(before, read(before));
            unpacked.remove(before);
        }
        space.rows.put(id, after);
        space.lastId = Math.max(space.lastId, id);
        space.indexes.add(after, body);
        return after;
    }

    void remove(StoredRecord record, Instant now) {
        Space space = space(record.recordType().space());
        space.rows.remove(record.number());
        space.indexes.remove(record, read(record));
        unpacked.remove(record);
        tombstones.add(new Tombstone(record, now));
    }

    List<Tombstone> tombstones() {
        return tombstones;
    }

    /** The body, not to be changed by the caller; recently read ones are kept unpacked. */
    ObjectNode read(StoredRecord record) {
        return unpacked.computeIfAbsent(record, StoredRecord::body);
    }

    private Space space(String name) {
        return spaces.computeIfAbsent(name, n -> new Space());
    }

    private static long firstId(RecordType type) {
        return switch (type.space()) {
            case "transaction" -> 12_001;
            case "entity" -> 501;
            case "item" -> 901;
            default -> 1;
        };
    }
}
