package dev.drayage.sync;

import dev.drayage.model.ContentDigest;
import dev.drayage.model.LineReference;
import java.util.Collection;

/**
 * Marks in a digest which lines it speaks of, so that what was told can be asked for a line later: four letters for each. A line
 * that was told of is always known again; one that was not looks as if it had been once in sixteen million.
 */
final class LineMarks {
    private static final int LENGTH = 4;
    private static final char SEPARATOR = '.';

    private LineMarks() {}

    /** The digest, with marks of its lines. */
    static String mark(String digest, Collection<LineReference> lines) {
        StringBuilder marked = new StringBuilder(digest).append(SEPARATOR);
        lines.forEach(line -> marked.append(mark(line)));
        return marked.toString();
    }

    /** Whether a marked digest may speak of the line; one without marks speaks of none. */
    static boolean mayHold(String digest, LineReference line) {
        String mark = mark(line);
        int first = digest.indexOf(SEPARATOR) + 1;
        for (int at = first; first > 0 && at < digest.length(); at += LENGTH) {
            if (digest.startsWith(mark, at)) {
                return true;
            }
        }
        return false;
    }

    private static String mark(LineReference line) {
        return ContentDigest.of(line).substring(0, LENGTH);
    }
}
