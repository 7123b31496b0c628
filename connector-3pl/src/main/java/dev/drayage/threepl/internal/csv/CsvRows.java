package dev.drayage.threepl.internal.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a file, one after the other, in constant memory. What makes the rows of a file doubtful as a whole is a fault of
 * the file. Not thread-safe.
 */
final class CsvRows implements AutoCloseable {
    private static final int SMALLEST_BUFFER = 16_384;

    private final CsvLayout layout;
    private final CountedText text;
    private final CloseableIterator<RowBuilder.Built> rows;
    private final boolean lastLineEnds;
    private final Optional<CsvRow> heading;
    private Optional<CsvRow> first = Optional.empty();
    private int width;
    private long last;
    private long count;

    /** Opens a file and reads its first row. */
    static CsvRows open(Path file, CsvLayout layout) throws FileFault {
        try {
            InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
            try {
                return new CsvRows(bytes, lastLineEnds(file), layout);
            } catch (FileFault | RuntimeException | IOException e) {
                bytes.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CsvRows(InputStream bytes, boolean lastLineEnds, CsvLayout layout) throws FileFault, IOException {
        this.layout = layout;
        this.lastLineEnds = lastLineEnds;
        boolean marked = skipMark(bytes);
        if (marked && !layout.charset().equals(StandardCharsets.UTF_8)) {
            throw FileFault.of("begins with the mark of UTF-8, but its layout is " + layout.charset());
        }
        this.text = new CountedText(
                new InputStreamReader(
                        bytes,
                        layout.charset()
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                layout.quote());
        this.rows = CsvReader.builder()
                .fieldSeparator(layout.delimiter())
                .quoteCharacter(layout.quote())
                .skipEmptyLines(false)
                .allowExtraFields(true) // the width is checked here, with the row in the message
                .allowMissingFields(true)
                .maxBufferSize(Math.max(SMALLEST_BUFFER, 4 * layout.maxFieldLength()))
                .build(new RowBuilder(layout), text)
                .iterator();
        Optional<CsvRow> top = parse();
        if (top.isEmpty()) {
            throw FileFault.of("has neither a heading row nor any other").cut();
        }
        this.width = top.get().fields().size();
        this.heading = layout.headings() ? top : Optional.empty();
        if (!layout.headings()) {
            if (isTrailer(top.get())) {
                throw FileFault.of("has no row but the trailer: without headings nobody can tell what it is");
            }
            this.first = top;
        }
    }

    private static boolean skipMark(InputStream bytes) throws IOException {
        bytes.mark(3);
        if (bytes.read() == 0xEF && bytes.read() == 0xBB && bytes.read() == 0xBF) {
            return true;
        }
        bytes.reset();
        return false;
    }

    private static boolean lastLineEnds(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            if (bytes.length() == 0) {
                return false;
            }
            bytes.seek(bytes.length() - 1);
            int end = bytes.read();
            return end == '\n' || end == '\r';
        }
    }

    /** The heading row, where the layout has one. */
    Optional<CsvRow> heading() {
        return heading;
    }

    /** How many columns each row has. */
    int width() {
        return width;
    }

    /** How many rows were handed out, heading and trailer not counted. */
    long count() {
        return count;
    }

    /** The next row; empty after the last one, when the end of the file was found to be as it must. */
    Optional<CsvRow> next() throws FileFault {
        Optional<CsvRow> next = first.isPresent() ? first : parse();
        first = Optional.empty();
        if (next.isEmpty()) {
            checkEnd();
            return next;
        }
        CsvRow row = next.get();
        if (isTrailer(row)) {
            checkTrailer(row);
            return Optional.empty();
        }
        if (row.fields().size() != width) {
            throw fault(
                    row.number(),
                    "has " + row.fields().size() + " columns instead of " + width
                            + ": the file was cut, or a delimiter is missing or too many");
        }
        if (heading.isPresent() && heading.get().fields().equals(row.fields())) {
            throw fault(row.number(), "repeats the heading row");
        }
        if (++count > layout.maxRows()) {
            throw fault(row.number(), "is one more than the " + layout.maxRows() + " rows that are allowed");
        }
        return next;
    }

    private boolean isTrailer(CsvRow row) {
        return layout.trailer().isPresent()
                && row.fields().get(0).strip().equals(layout.trailer().get());
    }

    private void checkTrailer(CsvRow row) throws FileFault {
        List<String> fields = row.fields();
        String told = fields.size() > 1 ? fields.get(1).strip() : "";
        boolean more = fields.stream().skip(2).anyMatch(field -> !field.isBlank());
        if (!told.matches("[0-9]{1,9}") || more) {
            throw fault(row.number(), "is a trailer without a number of rows");
        }
        if (Long.parseLong(told) != count) {
            throw fault(row.number(), "counts " + Long.parseLong(told) + " rows, but " + count + " stand before it");
        }
        Optional<CsvRow> after = parse();
        if (after.isPresent()) {
            throw fault(after.get().number(), "stands after the trailer");
        }
        checkQuotes();
    }

    private void checkEnd() throws FileFault {
        checkQuotes();
        if (layout.trailer().isPresent()) {
            throw FileFault.of("ends with row " + last + " and without its trailer row")
                    .cut();
        }
        if (!lastLineEnds && layout.lastLineEnds()) {
            throw FileFault.inRow(last, "is the last one and has no line end: the file was cut")
                    .cut();
        }
    }

    private void checkQuotes() throws FileFault {
        if (text.isOpen()) {
            throw FileFault.inRow(last, "has a quote that is never closed").cut();
        }
        if (text.isBroken()) {
            throw cutIfUnended(FileFault.of("has a line break inside a field in row " + last + " or after it"));
        }
    }

    private Optional<CsvRow> parse() throws FileFault {
        try {
            if (!rows.hasNext()) {
                return Optional.empty();
            }
            RowBuilder.Built built = rows.next();
            last = built.row().number();
            if (!built.fault().isEmpty()) {
                throw fault(last, built.fault());
            }
            return Optional.of(built.row());
        } catch (CsvParseException | UncheckedIOException e) {
            throw fault(e);
        }
    }

    private FileFault fault(RuntimeException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return cutIfUnended(FileFault.of("is not " + layout.charset() + " text after row " + last));
            }
            if (cause instanceof IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return cutIfUnended(FileFault.of("cannot be read after row " + last
                + ": a closing quote is not followed by a delimiter or line end, or a field is too long"));
    }

    private FileFault fault(long row, String problem) {
        return cutIfUnended(FileFault.inRow(row, problem));
    }

    /** Whatever is wrong with a file that stops within a row, the rest may still come. */
    private FileFault cutIfUnended(FileFault fault) {
        return lastLineEnds ? fault : fault.cut();
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
