package dev.drayage.threepl;

import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.internal.csv.Notation;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The settings of a partner's CSV: how it looks, whatever it tells; {@link CsvDocumentSettings} say what it means. */
public final class CsvSettings {
    /** Encodings of text. */
    public enum Encoding {
        /** UTF-8, with or without a mark at its beginning. */
        UTF_8(StandardCharsets.UTF_8),
        /** What Windows writes in Western Europe and America. */
        WINDOWS_1252(Charset.forName("windows-1252"));

        private final Charset charset;

        Encoding(Charset charset) {
            this.charset = charset;
        }

        /** The encoding itself. */
        public Charset charset() {
            return charset;
        }
    }

    /** Ends of lines. */
    public enum LineEnd {
        /** Carriage return and line feed. */
        CRLF("\r\n"),
        /** Line feed. */
        LF("\n");

        private final String text;

        LineEnd(String text) {
            this.text = text;
        }

        /** The characters. */
        public String text() {
            return text;
        }
    }

    /** Encoding. */
    public static final Setting<Encoding> CHARSET =
            Setting.choice("csv.charset", Encoding.class, Optional.of(Encoding.UTF_8), "The encoding of all files.");

    /** Between fields. */
    public static final Setting<Character> DELIMITER =
            character("csv.delimiter", ",", "What stands between two fields; tab for a tabulator.");

    /** Around fields. */
    public static final Setting<Character> QUOTE =
            character("csv.quote", "\"", "What stands around fields that need it; inside of them it is doubled.");

    /** Between units and their fractions. */
    public static final Setting<Character> DECIMAL =
            character("csv.decimal", ".", "The decimal separator, a point or a comma; there is no other separator.");

    /** How written rows end. */
    public static final Setting<LineEnd> LINE_END = Setting.choice(
            "csv.lineEnd",
            LineEnd.class,
            Optional.of(LineEnd.CRLF),
            "How rows end that are written; both ends are read.");

    /** Whether there is a heading row. */
    public static final Setting<Boolean> HEADINGS = Setting.flag(
            "csv.headings",
            true,
            "Whether the first row names the columns. If not, columns are named by their positions, and files by their"
                    + " names.");

    /** The first field of a trailer row. */
    public static final Setting<String> TRAILER = Setting.text(
            "csv.trailer",
            "The first field of the last row of each file, such as TRAILER; its second field counts the rows between"
                    + " headings and itself. None if the partner writes no such row.");

    /** Whether the last row ends. */
    public static final Setting<Boolean> LAST_LINE_ENDS = Setting.flag(
            "csv.lastLineEnds",
            true,
            "Whether a file without a trailer must end with a line end: one that does not is taken for cut off.");

    /** How days are written. */
    public static final Setting<String> DAY_PATTERN = pattern(
            "csv.dayPattern",
            "How days are written, such as MM/dd/yyyy; 2026-11-20 unless given.",
            Notation::tellsDays);

    /** How times are written. */
    public static final Setting<String> TIME_PATTERN = pattern(
            "csv.timePattern",
            "How a day and its time are written, such as MM/dd/yyyy HH:mm; 2026-11-20T15:00:00-06:00 unless given. A time"
                    + " without an offset is meant in the warehouse's zone.",
            Notation::tellsTimes);

    /** Whether formulas are escaped. */
    public static final Setting<Boolean> ESCAPE_FORMULAS = Setting.flag(
            "csv.escapeFormulas",
            false,
            "Whether texts in orders that begin with = + - or @ get an apostrophe before them: for warehouses where"
                    + " people open the files in a spreadsheet.");

    /** Columns of a row. */
    public static final Setting<Integer> MAX_FIELDS =
            Setting.count("csv.maxFields", 200, 1, "The most columns that a file may have.");

    /** Characters of a field. */
    public static final Setting<Integer> MAX_FIELD_LENGTH =
            Setting.count("csv.maxFieldLength", 4_000, 1, "The most characters that a field may have.");

    /** Rows of a file. */
    public static final Setting<Integer> MAX_ROWS = Setting.count(
            "csv.maxRows",
            1_000_000,
            1,
            "The most rows that a file may have; looking for keys that come again takes up to 48 bytes of memory for each.");

    /** All of them, in the order of the reference page. */
    public static final List<Setting<?>> ALL = List.of(
            CHARSET,
            DELIMITER,
            QUOTE,
            DECIMAL,
            LINE_END,
            HEADINGS,
            TRAILER,
            LAST_LINE_ENDS,
            DAY_PATTERN,
            TIME_PATTERN,
            ESCAPE_FORMULAS,
            MAX_FIELDS,
            MAX_FIELD_LENGTH,
            MAX_ROWS);

    private CsvSettings() {}

    /** What does not fit together; a connector's schema has it as a rule. */
    public static List<String> problems(Settings settings) {
        return Stream.of(DELIMITER, QUOTE, DECIMAL)
                                .map(settings::get)
                                .distinct()
                                .count()
                        < 3
                ? List.of("csv.delimiter, csv.quote and csv.decimal must differ from each other")
                : List.of();
    }

    private static Setting<Character> character(String name, String fallback, String help) {
        return new Setting<>(name, "one character", false, false, Optional.of(fallback), help, text -> {
            String one = text.equals("tab") ? "\t" : text;
            if (one.length() != 1 || Character.isLetterOrDigit(one.charAt(0)) || "\r\n".contains(one)) {
                throw new IllegalArgumentException("must be one character that is no letter or digit");
            }
            return one.charAt(0);
        });
    }

    private static Setting<String> pattern(String name, String help, Predicate<String> check) {
        return new Setting<>(name, "date pattern", false, false, Optional.empty(), help, text -> {
            if (!check.test(text)) {
                throw new IllegalArgumentException("must be a pattern from which nothing is left to guess");
            }
            return text;
        });
    }
}
