package dev.drayage.threepl.internal.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Text on its way to the parser, which would take a file that ends inside quotes for a complete one: quotes are counted here,
 * and where every quote stands where it may, an odd number of them means that one was never closed. Used by one thread.
 */
final class CountedText extends Reader {
    private final Reader text;
    private final char quote;
    private long quotes;

    CountedText(Reader text, char quote) {
        this.text = text;
        this.quote = quote;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = text.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            if (buffer[i] == quote) {
                quotes++;
            }
        }
        return read;
    }

    /** Whether every quote that was opened was closed, once all of the text was read. */
    boolean isClosed() {
        return quotes % 2 == 0;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
