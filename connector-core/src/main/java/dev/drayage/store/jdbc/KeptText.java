package dev.drayage.store.jdbc;

/**
 * Text as the database keeps it. PostgreSQL refuses NUL, and no database takes half a surrogate pair, but a target's answer
 * may hold either, and a commit that is refused for it would stop the sync for good. So these few characters are written
 * as an escape; all other text stays as it is, and so does what {@link SortedText} made.
 */
final class KeptText {
    /** Begins an escape: a noncharacter of Unicode, which every database takes. */
    private static final char ESCAPE = '\uFFFF';

    private static final int DIGITS = 4;

    private KeptText() {}

    static String encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isEscaped(text, i)) {
                return encodeAll(text);
            }
        }
        return text;
    }

    private static String encodeAll(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isEscaped(text, i)) {
                encoded.append(ESCAPE);
                for (int shift = 12; shift >= 0; shift -= 4) {
                    encoded.append(Character.forDigit((c >> shift) & 0xF, 16));
                }
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    private static boolean isEscaped(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == 0 || c == ESCAPE;
    }

    static String decode(String encoded) {
        if (encoded.indexOf(ESCAPE) < 0) {
            return encoded;
        }
        StringBuilder text = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == ESCAPE && isNumber(encoded, i + 1)) {
                text.append((char) Integer.parseInt(encoded, i + 1, i + 1 + DIGITS, 16));
                i += DIGITS;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static boolean isNumber(String text, int from) {
        int i = from;
        while (i < text.length() && i < from + DIGITS && Character.digit(text.charAt(i), 16) >= 0) {
            i++;
        }
        return i == from + DIGITS;
    }
}
