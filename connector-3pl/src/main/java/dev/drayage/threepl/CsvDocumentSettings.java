package dev.drayage.threepl;

import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.internal.csv.ColumnMap;
import dev.drayage.threepl.internal.csv.OrderColumns;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of a partner's CSV documents, shipments, stock and orders: what their columns are called, and what they mean. */
public final class CsvDocumentSettings {
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

    /** Which documents are taken. */
    public static final Setting<List<CsvDocument>> DOCUMENTS = new Setting<>(
            "documents",
            "shipments, stock",
            false,
            false,
            Optional.of("shipments,stock"),
            "What is taken from the warehouse's files. A sync must read what is named here; other files are put away.",
            CsvDocumentSettings::documents);

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
            CsvDocumentSettings::currency);

    /** Headings of stock. */
    public static final Setting<Map<String, String>> STOCK_COLUMNS =
            Setting.map("stock.columns", "Columns of stock that are called otherwise, as for shipments.");

    /** Names of files of stock. */
    public static final Setting<List<String>> STOCK_FILES =
            Setting.words("stock.files", "Names of files of stock where there are no headings, such as inv_*.csv.");

    /** The columns of orders. */
    public static final Setting<String> ORDER_COLUMNS = new Setting<>(
            "orders.columns",
            "columns separated by commas",
            false,
            false,
            Optional.of(
                    "order_no,order_date,ship_by,ship_method,carrier,service,po_no,store_order_no,ship_name,company,"
                            + "addr1,addr2,city,state,zip,country,phone,email,notes,line_no,sku,qty,uom,lot,action"),
            "The columns of orders in their order: standard, or standard=heading, or =heading for one that stays empty.",
            text -> {
                OrderColumns.parse(text);
                return text;
            });

    /** Whether orders have a trailer. */
    public static final Setting<Boolean> ORDER_TRAILER =
            Setting.flag("orders.trailer", false, "Whether files of orders end with a trailer row too.");

    /** All of them, in the order of the reference page. */
    public static final List<Setting<?>> ALL = List.of(
            DOCUMENTS,
            SHIPMENT_COLUMNS,
            SHIPMENT_FILES,
            WEIGHT_UNIT,
            WEIGHT_OF,
            FREIGHT_OF,
            FREIGHT_CURRENCY,
            STOCK_COLUMNS,
            STOCK_FILES,
            ORDER_COLUMNS,
            ORDER_TRAILER);

    private CsvDocumentSettings() {}

    /** What does not fit together; a connector's schema has it as a rule. */
    public static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        boolean headings = settings.get(CsvSettings.HEADINGS);
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
            problems.addAll(
                    ColumnMap.shipmentProblems(SHIPMENT_COLUMNS.name(), settings.get(SHIPMENT_COLUMNS), headings));
        }
        if (stock) {
            problems.addAll(ColumnMap.stockProblems(STOCK_COLUMNS.name(), settings.get(STOCK_COLUMNS), headings));
        }
        if (settings.get(WEIGHT_OF) == Extent.SHIPMENT) {
            problems.add("shipments.weightOf must be carton or row");
        }
        boolean tellsMore = settings.get(FileWarehouseSettings.TAKES_CHANGES)
                || settings.get(FileWarehouseSettings.TAKES_CANCELLATIONS);
        if (tellsMore && !OrderColumns.parse(settings.get(ORDER_COLUMNS)).tellPurpose()) {
            problems.add("orders.columns must list action where changes or cancellations are taken");
        }
        return problems;
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
