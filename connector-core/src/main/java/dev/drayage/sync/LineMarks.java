package dev.drayage.sync;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.LineReference;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;

/**
 * Marks in a digest which lines it speaks of, so that what was told can be asked for a line later: one bit of 256 for each. A
 * line that was told of is always known again; one that was not may, seldom, look as if it had been.
 */
final class LineMarks {
    private static final int BITS = 256;
    private static final char SEPARATOR = '.';

    private LineMarks() {}

    /** The digest, with marks of its lines. */
    static String mark(String digest, Collection<LineReference> lines) {
        BitSet marks = new BitSet(BITS);
        lines.forEach(line -> marks.set(bit(line)));
        return digest + SEPARATOR + Base64.getUrlEncoder().withoutPadding().encodeToString(marks.toByteArray());
    }

    /** Whether a marked digest may speak of the line; one without marks speaks of none. */
    static boolean mayHold(String digest, LineReference line) {
        int end = digest.indexOf(SEPARATOR);
        return end >= 0
                && BitSet.valueOf(Base64.getUrlDecoder().decode(digest.substring(end + 1)))
                        .get(bit(line));
    }

    private static int bit(LineReference line) {
        return Base64.getUrlDecoder().decode(ContentDigest.of(line))[0] & (BITS - 1);
    }
}
