package dev.drayage.netsuite.internal.record;

/** NetSuite drops raw line breaks; those that are escaped twice arrive (help: "Known Limitations"). Stateless. */
public final class LineBreaks {
    private LineBreaks() {}

    /** The text as it has to be sent. */
    public static String escaped(String text) {
        return text.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n");
    }
}
