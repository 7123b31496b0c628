package dev.drayage.threepl.internal.x12.read;

import java.util.Optional;

/**
 * The delimiters of one interchange, taken from its header.
 *
 * @param element separates elements
 * @param component separates components
 * @param terminator ends segments
 */
record Delimiters(char element, char component, char terminator) {
    /** Characters of the interchange header, its terminator included. */
    static final int HEADER = 106;

    private static final int[] SEPARATORS = {3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103};

    /** The delimiters of a header; empty if its separators do not stand where the fixed widths put them. */
    static Optional<Delimiters> of(CharSequence header) {
        if (header.length() < HEADER || !header.subSequence(0, 3).toString().equals("ISA")) {
            return Optional.empty();
        }
        Delimiters delimiters = new Delimiters(header.charAt(3), header.charAt(104), header.charAt(105));
        int seen = 0;
        for (int separator : SEPARATORS) {
            seen += header.charAt(separator) == delimiters.element() ? 1 : 0;
        }
        long all = header.subSequence(0, HEADER)
                .chars()
                .filter(c -> c == delimiters.element())
                .count();
        return seen == SEPARATORS.length && all == seen && delimiters.usable()
                ? Optional.of(delimiters)
                : Optional.empty();
    }

    /** Whether the line ends of the text are its terminators. */
    boolean endsLines() {
        return terminator == '\n' || terminator == '\r';
    }

    private boolean usable() {
        return element != component
                && component != terminator
                && element != terminator
                && special(element)
                && special(component)
                && (special(terminator) || endsLines());
    }

    private static boolean special(char c) {
        return c != ' ' && c != '\n' && c != '\r' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
}
