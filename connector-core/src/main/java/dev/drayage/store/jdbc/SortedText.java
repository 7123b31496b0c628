package dev.drayage.store.jdbc;

/**
 * Names as the database keeps them. The contract orders names as {@link String#compareTo} does, by UTF-16 code units;
 * SQLite and PostgreSQL compare code points, and no database takes half a surrogate pair. So the few characters on which
 * they disagree are written as two that every one of them sorts alike. Plain names stay as they are.
 */
final class SortedText {
    /** Begins a pair that stands for itself or a higher character; unassigned in Unicode. */
    private static final char HIGH = '\uD7FF';
    /** Begins a pair that stands for NUL, which PostgreSQL refuses, or for itself. */
    private static final char LOW = '\u0001';

    private static final int OFFSET = 0x100;

    private SortedText() {}

    static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= HIGH || c <= LOW) {
                return encodeAll(text);
            }
        }
        return text;
    }

    private static String encodeAll(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= HIGH) {
                encoded.append(HIGH).append((char) (c - HIGH + OFFSET));
            } else if (c <= LOW) {
                encoded.append(LOW).append((char) (c + 1));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    static String decode(String encoded) {
        if (encoded.indexOf(HIGH) < 0 && encoded.indexOf(LOW) < 0) {
            return encoded;
        }
        StringBuilder text = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == HIGH) {
                text.append((char) (encoded.charAt(++i) - OFFSET + HIGH));
            } else if (c == LOW) {
                text.append((char) (encoded.charAt(++i) - 1));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
