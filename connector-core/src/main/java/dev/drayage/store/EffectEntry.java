package dev.drayage.store;

import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectKey;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;

/** One effect as the ledger knows it. Immutable. */
@Value.Immutable
@StoreStyle
public interface EffectEntry {
    /** Its name. */
    EffectKey key();

    /** The sync that sent it last. */
    String sync();

    /** The source record that it was last sent for. */
    RecordRef cause();

    /** The aggregate at the target that must not be written concurrently. */
    String lane();

    /** Name of the record type, which with the key's target names the sink. */
    String type();

    /** Where it stands. */
    EffectState state();

    /** The key under which the target knows it. */
    String nativeKey();

    /** What resolving needs beside the key. */
    @Value.Default
    default String hint() {
        return "";
    }

    /** What is worth knowing about how it was written, such as by which sign a record was taken; no buyer's data. */
    @Value.Default
    default String note() {
        return "";
    }

    /** What the target's own computation is compared with. */
    @Value.Default
    default String expectation() {
        return "";
    }

    /** Digest of the canonical content that is being sent; empty when nothing is under way. */
    @Value.Default
    default String pendingDigest() {
        return "";
    }

    /** Digest of the canonical content that the target holds; empty before the first success. */
    @Value.Default
    default String boundDigest() {
        return "";
    }

    /** Digest of the content that the target held before {@link #boundDigest()}; empty if there was none. */
    @Value.Default
    default String previousDigest() {
        return "";
    }

    /** How often in a row a write only turned the one before it back. */
    @Value.Default
    default int swings() {
        return 0;
    }

    /** When the first of those came, in UTC. */
    Optional<Instant> swingSince();

    /** Digest by which the target's own source would know that content again; empty if it cannot. */
    @Value.Default
    default String writtenDigest() {
        return "";
    }

    /** The target's record, once known. */
    Optional<RecordRef> target();

    /** The target's revision after our write; empty if it tells none. */
    @Value.Default
    default String targetRevision() {
        return "";
    }

    /** How often it was sent since its content last changed. */
    @Value.Default
    default int attempts() {
        return 0;
    }

    /** When to ask the target again, in UTC. */
    Optional<Instant> recheckAt();

    /** When the intent was recorded, in UTC. */
    Instant sentAt();

    /** When a person last said that it shall stand at its target as it does, in UTC; what is sent later is not meant. */
    Optional<Instant> acceptedAt();

    /** When this entry was last set, in UTC. */
    Instant updatedAt();

    /** A new builder. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an entry; {@code from} copies another one. Not thread-safe. */
    final class Builder extends ImmutableEffectEntry.Builder {
        Builder() {}
    }
}
