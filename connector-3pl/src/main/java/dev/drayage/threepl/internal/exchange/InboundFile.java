package dev.drayage.threepl.internal.exchange;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file that came from the partner and lies whole in the spool. Immutable.
 *
 * @param id what the intake knows it by; stays the same over restarts
 * @param name as the partner called it
 * @param size in bytes
 * @param modified when it was last written to, by the partner's clock, which may be ahead of ours
 * @param digest SHA-256 of its content
 * @param content where it lies; to be read only
 * @param duplicateOf the name of an earlier file with the same content that was archived or is before it in work. Whoever takes
 *     events skips such a file; of snapshots each is true at its time, so they are not skipped
 */
public record InboundFile(
        String id,
        String name,
        long size,
        Instant modified,
        String digest,
        Path content,
        Optional<String> duplicateOf) {}
