package dev.drayage.benchmarks.server;

import java.util.BitSet;
import java.util.zip.CRC32;

/** Every order that was posted: which, how often, and a checksum over the bodies that does not depend on their order. Thread-safe. */
final class Books {
    private final BitSet seen = new BitSet();
    private long posts;
    private long doubled;
    private long checksum;

    synchronized void post(int number, byte[] body) {
        CRC32 crc = new CRC32();
        crc.update(body);
        posts++;
        checksum += crc.getValue();
        if (seen.get(number)) {
            doubled++;
        }
        seen.set(number);
    }

    synchronized boolean holds(int number) {
        return seen.get(number);
    }

    synchronized void forget() {
        seen.clear();
        posts = 0;
        doubled = 0;
        checksum = 0;
    }

    /** The figures as one line: posts, orders, doubled, checksum. */
    synchronized String figures() {
        return posts + " " + seen.cardinality() + " " + doubled + " " + checksum;
    }
}
