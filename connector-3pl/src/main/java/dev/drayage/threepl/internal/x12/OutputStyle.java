package dev.drayage.threepl.internal.x12;

/**
 * How text that we send looks.
 *
 * @param element separates elements
 * @param component separates components; no element that we send has any
 * @param terminator ends segments
 * @param lineEnd what follows the terminator
 * @param lowerCase whether names of things may hold lower-case letters; without, such a name is refused
 * @param asksForTa1 whether the interchange asks for an interchange acknowledgement (ISA14)
 */
public record OutputStyle(
        char element, char component, char terminator, LineEnd lineEnd, boolean lowerCase, boolean asksForTa1) {
    /** What follows the terminator, for people's eyes. */
    public enum LineEnd {
        /** Nothing. */
        NONE(""),
        /** A line feed. */
        LF("\n"),
        /** A carriage return and a line feed. */
        CRLF("\r\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }

        /** The characters. */
        public String text() {
            return text;
        }
    }

    public OutputStyle {
        if (element == component || component == terminator || element == terminator) {
            throw new IllegalArgumentException("OutputStyle must use three different delimiters");
        }
        if (plain(element) || plain(component) || (plain(terminator) && terminator != '\n')) {
            throw new IllegalArgumentException("OutputStyle must not use letters, digits or blanks as delimiters");
        }
    }

    /** Stars, tildes and one segment per line. */
    public static OutputStyle standard() {
        return new OutputStyle('*', '>', '~', LineEnd.LF, false, false);
    }

    /** Whether a character is one of the three delimiters. */
    public boolean delimits(int c) {
        return c == element || c == component || c == terminator;
    }

    private static boolean plain(char c) {
        return Character.isLetterOrDigit(c) || c <= ' ' || c > '~';
    }
}
