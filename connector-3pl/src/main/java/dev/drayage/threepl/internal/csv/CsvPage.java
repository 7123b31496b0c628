package dev.drayage.threepl.internal.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file that is being written by a layout. Used by one thread. */
final class CsvPage {
    private static final Set<OrderColumn> NUMBERS_AND_DAYS =
            Set.of(OrderColumn.QTY, OrderColumn.ORDER_DATE, OrderColumn.SHIP_BY, OrderColumn.ACTION);

    private final CsvLayout layout;
    private final String about;
    private final StringWriter text = new StringWriter();
    private final CsvWriter csv;

    CsvPage(CsvLayout layout, String about) {
        this.layout = layout;
        this.about = about;
        this.csv = CsvWriter.builder()
                .fieldSeparator(layout.delimiter())
                .quoteCharacter(layout.quote())
                .lineDelimiter(layout.lineEnd().equals("\n") ? LineDelimiter.LF : LineDelimiter.CRLF)
                .build(text);
    }

    void headings(List<String> headings) {
        csv.writeRecord(headings);
    }

    void row(OrderColumns columns, Map<OrderColumn, String> values) {
        List<String> fields = new ArrayList<>();
        for (OrderColumns.Entry entry : columns.entries()) {
            fields.add(entry.column().map(column -> field(column, values)).orElse(""));
        }
        csv.writeRecord(fields);
    }

    /** Line breaks and other control characters become blanks: few partners' importers read them. */
    private String field(OrderColumn column, Map<OrderColumn, String> values) {
        String value =
                values.getOrDefault(column, "").replaceAll("\\p{Cntrl}+", " ").strip();
        if (!layout.charset().newEncoder().canEncode(value)) {
            throw new RefusedException(
                    ErrorCode.REFUSED_BY_TARGET,
                    about + ", column " + column.word() + ": holds a character that " + layout.charset()
                            + " does not have: change it in the ERP, or agree on UTF-8 with the warehouse");
        }
        boolean formula = layout.escapeFormulas()
                && !NUMBERS_AND_DAYS.contains(column)
                && !value.isEmpty()
                && "=+-@".indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }

    void trailer(int rows) {
        csv.writeRecord(layout.trailer().orElse("TRAILER"), Integer.toString(rows));
    }

    byte[] bytes() {
        try {
            csv.close(); // what was written waits in a buffer until then
            ByteBuffer encoded = layout.charset().newEncoder().encode(CharBuffer.wrap(text.getBuffer()));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            throw new RefusedException(
                    ErrorCode.SETTINGS_INVALID,
                    "the headings of orders.columns hold a character that " + layout.charset() + " does not have",
                    null,
                    null,
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
