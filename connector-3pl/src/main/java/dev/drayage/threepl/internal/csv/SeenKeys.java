package dev.drayage.threepl.internal.csv;

/**
 * In which row each key of a file stood first, at about 24 bytes a key whatever its length. Of a key only a hash of 64 bits is
 * kept: among a million keys the chance that two are mistaken for one is below one in ten million, and the file would be
 * refused, not misread. Used by one thread.
 */
final class SeenKeys {
    private static final int SMALLEST = 1024;

    private long[] hashes = new long[SMALLEST];
    private int[] rows = new int[SMALLEST];
    private int size;

    /** The row in which the key stood before; zero if it is new, and then it is remembered with this one. */
    long before(String key, long row) {
        long hash = hash(key);
        int slot = slot(hashes, hash);
        if (hashes[slot] == hash) {
            return rows[slot];
        }
        hashes[slot] = hash;
        rows[slot] = Math.toIntExact(row);
        size++;
        if (size * 3L > hashes.length * 2L) {
            grow();
        }
        return 0;
    }

    private void grow() {
        long[] more = new long[hashes.length * 2];
        int[] moreRows = new int[more.length];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int slot = slot(more, hashes[i]);
                more[slot] = hashes[i];
                moreRows[slot] = rows[i];
            }
        }
        hashes = more;
        rows = moreRows;
    }

    private static int slot(long[] table, long hash) {
        int slot = (int) (hash & (table.length - 1));
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }

    /** FNV-1a, then mixed so that keys that differ in their last digit do not lie side by side; never zero, which marks a gap. */
    private static long hash(String key) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
        hash ^= hash >>> 31;
        return hash == 0 ? 1 : hash;
    }
}
