package dev.drayage.testkit.warehouse;

/**
 * The characters that hold an X12 interchange together, and the decoration after each segment. Immutable.
 *
 * @param element between elements
 * @param component between components of a composite element
 * @param segment at the end of a segment; a newline may stand here
 * @param lineEnd what follows the terminator for the eye
 */
public record Delimiters(char element, char component, char segment, LineEnd lineEnd) {

    /** Decoration after the segment terminator. */
    public enum LineEnd {
        /** Segments follow each other. */
        NONE(""),
        /** A newline. */
        LF("\n"),
        /** Carriage return and newline. */
        CRLF("\r\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The usual set: star, greater-than and tilde, one segment per line. */
    public static Delimiters usual() {
        return new Delimiters('*', '>', '~', LineEnd.LF);
    }

    /** Checks that the three can be told from each other and from data. */
    public Delimiters {
        if (element == component || component == segment || segment == element) {
            throw new IllegalArgumentException("delimiters must differ: " + element + component + segment);
        }
        for (char each : new char[] {element, component, segment}) {
            if (Character.isLetterOrDigit(each) || each == ' ') {
                throw new IllegalArgumentException("'" + each + "' occurs in data and cannot delimit it");
            }
        }
    }

    /** X12 has no escape, so what delimits cannot be said; a blank stands for it. */
    String clean(String data) {
        StringBuilder clean = new StringBuilder(data.length());
        for (int i = 0; i < data.length(); i++) {
            char c = data.charAt(i);
            boolean sayable = c >= ' ' && c < 127 && c != element && c != component && c != segment;
            clean.append(sayable ? c : ' ');
        }
        return clean.toString().strip();
    }
}
