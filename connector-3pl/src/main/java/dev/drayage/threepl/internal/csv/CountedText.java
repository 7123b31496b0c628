package dev.drayage.threepl.internal.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Text on its way to the parser, which takes a file that ends inside quotes for a complete one, and loses the last row of one whose
 * last field ends with a carriage return inside quotes. So quotes are counted here: where every quote stands where it may, an odd
 * number of them at the end means that one was never closed, and at a line break that the line breaks within a field. Used by
 * one thread.
 */
final class CountedText extends Reader {
    private final Reader text;
    private final char quote;
    private boolean open;
    private boolean broken;

    CountedText(Reader text, char quote) {
        this.text = text;
        this.quote = quote;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = text.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            char c = buffer[i];
            if (c == quote) {
                open = !open;
            } else if (open && (c == '\n' || c == '\r')) {
                broken = true;
            }
        }
        return read;
    }

    /** Whether a quote that was opened has not been closed in the text that was read. */
    boolean isOpen() {
        return open;
    }

    /** Whether a line broke inside quotes. */
    boolean isBroken() {
        return broken;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
