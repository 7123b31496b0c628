package dev.drayage.engine.internal.compare;

import dev.drayage.model.RecordRef;

/**
 * Which records a comparison has met, as 64-bit digests of their references, so that it stays small (guarantee G7): at most
 * {@value #MOST} records and 16 MiB. That two references of a million have one digest happens once in tens of millions of
 * comparisons. Used by one thread.
 */
final class ListedRecords {
    static final int MOST = 1 << 20;
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private long[] slots = new long[1 << 10];
    private int size;

    /** Notes a record; false if it was noted before. */
    boolean add(RecordRef ref) {
        if (size * 2 >= slots.length) {
            grow();
        }
        if (!put(slots, digest(ref))) {
            return false;
        }
        size++;
        return true;
    }

    /** Whether a record was noted. */
    boolean contains(RecordRef ref) {
        long digest = digest(ref);
        for (int slot = slot(slots, digest); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if (slots[slot] == digest) {
                return true;
            }
        }
        return false;
    }

    /** Whether no more should be noted. */
    boolean isFull() {
        return size >= MOST;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long digest : slots) {
            if (digest != 0) {
                put(larger, digest);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] slots, long digest) {
        int slot = slot(slots, digest);
        while (slots[slot] != 0) {
            if (slots[slot] == digest) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = digest;
        return true;
    }

    private static int slot(long[] slots, long digest) {
        return (int) (digest ^ digest >>> 32) & slots.length - 1;
    }

    /** FNV-1a, mixed once more; zero marks an empty slot. */
    private static long digest(RecordRef ref) {
        String text = ref.toString();
        long hash = FNV_BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
