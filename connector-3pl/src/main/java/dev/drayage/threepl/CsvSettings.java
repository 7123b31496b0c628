package dev.drayage.threepl;

import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.internal.csv.ColumnMap;
import dev.drayage.threepl.internal.csv.CsvDocument;
import dev.drayage.threepl.internal.csv.Extent;
import dev.drayage.threepl.internal.csv.Notation;
import dev.drayage.threepl.internal.csv.OrderColumns;
import dev.drayage.threepl.internal.csv.StatusWords;
import dev.drayage.threepl.internal.csv.StockLots;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The settings of a partner's CSV: how it looks, what its columns are called, and what they mean. */
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

    /** Units of weight. */
    public enum WeightUnit {
        /** Kilograms. */
        KG("1"),
        /** Grams. */
        G("0.001"),
        /** Avoirdupois pounds. */
        LB("0.45359237"),
        /** Avoirdupois ounces. */
        OZ("0.028349523125");

        private final BigDecimal kilograms;

        WeightUnit(String kilograms) {
            this.kilograms = new BigDecimal(kilograms);
        }

        /** What one of them weighs in kilograms, exactly. */
        public BigDecimal kilograms() {
            return kilograms;
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

    /** Which documents are taken. */
    public static final Setting<List<CsvDocument>> DOCUMENTS = new Setting<>(
            "documents",
            "shipments, stock",
            false,
            false,
            Optional.of("shipments,stock"),
            "What is taken from the warehouse's files. A sync must read what is named here; other files are put away.",
            CsvSettings::documents);

    /** Headings of shipments. */
    public static final Setting<Map<String, String>> SHIPMENT_COLUMNS = Setting.map(
            "shipments.columns",
            "Columns of shipments that are called otherwise, as standard=heading, or as standard=position where there are no"
                    + " headings; standard= for one that is not to be read. Those named here must be there.");

    /** Names of files of shipments. */
    public static final Setting<List<String>> SHIPMENT_FILES = Setting.words(
            "shipments.files", "Names of files of shipments where there are no headings, such as shp_*.csv.");

    /** The unit of weights. */
    public static final Setting<WeightUnit> WEIGHT_UNIT = Setting.choice(
            "shipments.weightUnit", WeightUnit.class, Optional.of(WeightUnit.KG), "The unit of the column weight.");

    /** What a weight is the weight of. */
    public static final Setting<Extent> WEIGHT_OF = Setting.choice(
            "shipments.weightOf",
            Extent.class,
            Optional.of(Extent.CARTON),
            "What a weight is the weight of: the carton, repeated on its rows or on one of them, or the row.");

    /** What a freight is the freight of. */
    public static final Setting<Extent> FREIGHT_OF = Setting.choice(
            "shipments.freightOf",
            Extent.class,
            Optional.of(Extent.SHIPMENT),
            "What a freight is the freight of: the shipment or the carton, repeated on its rows or on one of them, or the"
                    + " row.");

    /** The currency of freights. */
    public static final Setting<Currency> FREIGHT_CURRENCY = new Setting<>(
            "shipments.freightCurrency",
            "ISO 4217 code",
            false,
            false,
            Optional.empty(),
            "The currency of the column freight, which is not used unless this is given.",
            CsvSettings::currency);

    /** What words of the column status mean. */
    public static final Setting<Map<String, String>> STATUS = Setting.map(
                    "shipments.status",
                    "What the words of the column status say of units that did not leave, as word=complete, backordered or"
                            + " cancelled. Any other word leaves them open and is reported.")
            .orElse("CC=complete,CM=complete,BP=backordered,BO=backordered,BK=backordered,CP=cancelled,CU=cancelled,"
                    + "IC=cancelled");

    /** Headings of stock. */
    public static final Setting<Map<String, String>> STOCK_COLUMNS =
            Setting.map("stock.columns", "Columns of stock that are called otherwise, as for shipments.");

    /** Names of files of stock. */
    public static final Setting<List<String>> STOCK_FILES =
            Setting.words("stock.files", "Names of files of stock where there are no headings, such as inv_*.csv.");

    /** What becomes of lots. */
    public static final Setting<StockLots> STOCK_LOTS = Setting.choice(
            "stock.lots",
            StockLots.class,
            Optional.of(StockLots.APART),
            "Whether each lot is a count of its own, or the lots of a SKU are added up.");

    /** The columns of orders. */
    public static final Setting<OrderColumns> ORDER_COLUMNS = new Setting<>(
            "orders.columns",
            "columns separated by commas",
            false,
            false,
            Optional.of(
                    "order_no,order_date,ship_by,ship_method,carrier,service,po_no,store_order_no,ship_name,company,"
                            + "addr1,addr2,city,state,zip,country,phone,email,notes,line_no,sku,qty,uom,lot,action"),
            "The columns of orders in their order: standard, or standard=heading, or =heading for one that stays empty.",
            text -> OrderColumns.of(List.of(text.split(",", -1))));

    /** The warehouse's words for ship methods. */
    public static final Setting<Map<String, String>> SHIP_METHODS = Setting.map(
            "orders.shipMethods",
            "The warehouse's words for the ERP's ship methods, as method=ship_method, or method=ship_method|carrier|service."
                    + " An order with any other method is refused.");

    /** The unit of orders. */
    public static final Setting<String> ORDER_UNIT =
            Setting.text("orders.unit", "What stands in the column uom, such as EA; nothing unless given.");

    /** Whether orders have a trailer. */
    public static final Setting<Boolean> ORDER_TRAILER =
            Setting.flag("orders.trailer", false, "Whether files of orders end with a trailer row too.");

    /** Whether changes are taken. */
    public static final Setting<Boolean> TAKES_CHANGES = Setting.flag(
            "orders.changes",
            false,
            "Whether the warehouse takes a changed order as a file whose column action holds R.");

    /** Whether cancellations are taken. */
    public static final Setting<Boolean> TAKES_CANCELLATIONS = Setting.flag(
            "orders.cancellations",
            false,
            "Whether the warehouse takes a cancellation as a file whose column action holds F.");

    /** All of them, in the order of the reference page. */
    public static final List<Setting<?>> ALL = List.of(
            DOCUMENTS,
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
            MAX_ROWS,
            SHIPMENT_COLUMNS,
            SHIPMENT_FILES,
            WEIGHT_UNIT,
            WEIGHT_OF,
            FREIGHT_OF,
            FREIGHT_CURRENCY,
            STATUS,
            STOCK_COLUMNS,
            STOCK_FILES,
            STOCK_LOTS,
            ORDER_COLUMNS,
            SHIP_METHODS,
            ORDER_UNIT,
            ORDER_TRAILER,
            TAKES_CHANGES,
            TAKES_CANCELLATIONS);

    private CsvSettings() {}

    /** What does not fit together; a connector's schema has it as a rule. */
    public static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        if (Stream.of(DELIMITER, QUOTE, DECIMAL).map(settings::get).distinct().count() < 3) {
            problems.add("csv.delimiter, csv.quote and csv.decimal must differ from each other");
        }
        boolean headings = settings.get(HEADINGS);
        boolean shipments = headings || !settings.get(SHIPMENT_FILES).isEmpty();
        boolean stock = headings || !settings.get(STOCK_FILES).isEmpty();
        if (!headings && !shipments && !stock) {
            problems.add(
                    "shipments.files or stock.files is missing: without headings the name tells what a file holds");
        }
        if (headings
                && (!settings.get(SHIPMENT_FILES).isEmpty()
                        || !settings.get(STOCK_FILES).isEmpty())) {
            problems.add(
                    "shipments.files and stock.files are for files without headings: the heading row tells the rest");
        }
        if (shipments) {
            Map<String, String> given = settings.get(SHIPMENT_COLUMNS);
            problems.addAll(ColumnMap.shipments(given, headings).problems("shipments.columns", given));
        }
        if (stock) {
            Map<String, String> given = settings.get(STOCK_COLUMNS);
            problems.addAll(ColumnMap.stock(given, headings).problems("stock.columns", given));
        }
        if (!new StatusWords(settings.get(STATUS)).areKnown()) {
            problems.add("shipments.status must give complete, backordered or cancelled");
        }
        if (settings.get(WEIGHT_OF) == Extent.SHIPMENT) {
            problems.add("shipments.weightOf must be carton or row");
        }
        boolean tellsMore = settings.get(TAKES_CHANGES) || settings.get(TAKES_CANCELLATIONS);
        if (tellsMore && !settings.get(ORDER_COLUMNS).tellPurpose()) {
            problems.add("orders.columns must list action where changes or cancellations are taken");
        }
        return problems;
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

    private static List<CsvDocument> documents(String text) {
        return Stream.of(text.split(",", -1))
                .map(word -> Stream.of(CsvDocument.values())
                        .filter(document -> document.name().equals(word.strip().toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("must list shipments, stock or both")))
                .toList();
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("must be a code such as USD", e);
        }
    }
}
