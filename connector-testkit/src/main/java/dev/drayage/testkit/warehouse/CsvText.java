package dev.drayage.testkit.warehouse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of fields as text and back, as RFC 4180 says. Immutable. */
final class CsvText {
    private final char separator;
    private final String lineEnd;

    CsvText(char separator, String lineEnd) {
        this.separator = separator;
        this.lineEnd = lineEnd;
    }

    /** A file that is not CSV. */
    static final class BadCsv extends Exception {
        private static final long serialVersionUID = 1;

        BadCsv(String what) {
            super(what);
        }
    }

    /** One row, with the number of the line it begins on. */
    record Row(int line, List<String> fields) {
        Row {
            fields = List.copyOf(fields);
        }
    }

    byte[] write(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                text.append(i == 0 ? "" : String.valueOf(separator)).append(quoted(row.get(i)));
            }
            text.append(lineEnd);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String quoted(String field) {
        boolean plain = field.indexOf(separator) < 0
                && field.indexOf('"') < 0
                && field.indexOf('\n') < 0
                && field.indexOf('\r') < 0;
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    List<Row> read(byte[] bytes) throws BadCsv {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadCsv("the file is not UTF-8");
        }
        Cursor cursor = new Cursor(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<Row> rows = new ArrayList<>();
        while (!cursor.atEnd()) {
            rows.add(cursor.row());
        }
        return rows;
    }

    private final class Cursor {
        private final String text;
        private int at;
        private int line = 1;

        Cursor(String text) {
            this.text = text;
        }

        boolean atEnd() {
            return at >= text.length();
        }

        Row row() throws BadCsv {
            int begin = line;
            List<String> fields = new ArrayList<>();
            do {
                fields.add(!atEnd() && text.charAt(at) == '"' ? quotedField() : plainField());
            } while (takes(separator));
            if (takes('\r') && !atEnd() && text.charAt(at) != '\n') {
                throw new BadCsv("line " + line + " ends with a carriage return alone");
            }
            if (!atEnd() && !takes('\n')) {
                throw new BadCsv("line " + line + ": text follows a closing quote");
            }
            line++;
            return new Row(begin, fields);
        }

        private boolean takes(char c) {
            if (!atEnd() && text.charAt(at) == c) {
                at++;
                return true;
            }
            return false;
        }

        private String plainField() throws BadCsv {
            int start = at;
            while (!atEnd() && text.charAt(at) != separator && text.charAt(at) != '\r' && text.charAt(at) != '\n') {
                if (text.charAt(at) == '"') {
                    throw new BadCsv("line " + line + ": a quote inside a field that is not quoted");
                }
                at++;
            }
            return text.substring(start, at);
        }

        private String quotedField() throws BadCsv {
            StringBuilder field = new StringBuilder();
            int begin = line;
            at++;
            while (true) {
                if (atEnd()) {
                    throw new BadCsv("line " + begin + ": a quoted field has no end");
                }
                char c = text.charAt(at++);
                if (c == '"' && !takes('"')) {
                    return field.toString();
                }
                line += c == '\n' ? 1 : 0;
                field.append(c);
            }
        }
    }
}
