package dev.drayage.testkit.shopify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Something with a global id and a time of last change. Changed under the shop's lock; read it between requests, not
 * while one runs. Times are in UTC, in whole seconds.
 */
public abstract class Entity {
    private final String type;
    private final long number;
    private final Instant createdAt;
    private final List<Instant> touches = new ArrayList<>();
    final TreeMap<String, Metafield> metafields = new TreeMap<>();
    final TreeSet<String> tags = new TreeSet<>();

    Entity(String type, long number, Instant createdAt) {
        this.type = type;
        this.number = number;
        this.createdAt = createdAt;
        touches.add(createdAt);
    }

    /** GraphQL type. */
    public final String type() {
        return type;
    }

    /** Global id. */
    public String gid() {
        return Gids.gid(type, number);
    }

    /** The number in the global id. */
    public final long number() {
        return number;
    }

    /** When it came to be. */
    public final Instant createdAt() {
        return createdAt;
    }

    /** When it last changed. */
    public final Instant updatedAt() {
        return touches.get(touches.size() - 1);
    }

    /** Its tags, in alphabetical order. */
    public final Set<String> tags() {
        return Set.copyOf(tags);
    }

    /** The value of a metafield. */
    public final Optional<String> metafield(String namespace, String key) {
        return Optional.ofNullable(metafields.get(namespace + "." + key)).map(Metafield::value);
    }

    final void touch(Instant now) {
        if (!now.equals(updatedAt())) {
            touches.add(now);
        }
    }

    /** The time of change that a search goes by, when the index runs behind; empty while it has never heard of this. */
    final Optional<Instant> indexedAt(Instant now, Duration lag) {
        for (int n = touches.size() - 1; n >= 0; n--) {
            if (!touches.get(n).plus(lag).isAfter(now)) {
                return Optional.of(touches.get(n));
            }
        }
        return Optional.empty();
    }
}
