package dev.drayage.threepl.internal.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the parser's fields, and is stricter than the parser is: no quote inside a field without quotes, no line break or other
 * control character inside any field, no field and no row beyond the limits. Used by one thread.
 */
final class RowBuilder extends CsvCallbackHandler<RowBuilder.Built> {
    /**
     * A row, or why it is none.
     *
     * @param fault what is wrong with it; empty if nothing is
     */
    record Built(CsvRow row, String fault) {}

    private final char quote;
    private final int maxFields;
    private final int maxFieldLength;
    private final List<String> fields = new ArrayList<>();
    private long number;
    private boolean empty;
    private String fault = "";

    RowBuilder(CsvLayout layout) {
        this.quote = layout.quote();
        this.maxFields = layout.maxFields();
        this.maxFieldLength = layout.maxFieldLength();
    }

    @Override
    protected RecordType getRecordType() {
        return empty ? RecordType.EMPTY : RecordType.DATA;
    }

    @Override
    protected int getFieldCount() {
        return fields.size();
    }

    @Override
    protected void beginRecord(long startingLineNumber) {
        number = startingLineNumber;
        fields.clear();
        empty = false;
        fault = "";
    }

    @Override
    protected void addField(char[] buffer, int offset, int length, boolean quoted) {
        if (!fault.isEmpty()) {
            return;
        }
        if (fields.size() >= maxFields) {
            fault = "has more than " + maxFields + " columns";
        } else if (length > maxFieldLength) {
            fault = "has a field of more than " + maxFieldLength + " characters";
        } else {
            String field = new String(buffer, offset, length);
            check(field, quoted);
            fields.add(field);
        }
    }

    private void check(String field, boolean quoted) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == quote && !quoted) {
                fault = "has a quote inside a field that does not begin with one";
            } else if (c == '\n' || c == '\r') {
                fault = "has a line break inside a field";
            } else if (Character.isISOControl(c) && c != '\t') {
                fault = "has a control character inside a field";
            }
        }
    }

    @Override
    protected void setComment(char[] buffer, int offset, int length) {
        throw new IllegalStateException("comments are not read");
    }

    @Override
    protected void setEmpty() {
        empty = true;
        fault = "is empty: a line end too many, perhaps in the place of a character";
    }

    @Override
    protected Built buildRecord() {
        return new Built(new CsvRow(number, fields), fault);
    }
}
