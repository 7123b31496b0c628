package dev.drayage.threepl;

import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.exchange.ExchangeSettings;
import dev.drayage.threepl.internal.x12.OutputStyle;
import dev.drayage.threepl.internal.x12.files.ProfileTexts;
import dev.drayage.threepl.internal.x12.write.CarrierInformation;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The settings of a warehouse that speaks X12 004010 (940, 945, 846, 997): its partner profile here, beside {@link
 * FileWarehouseSettings} and {@link ExchangeSettings}.
 */
public final class WarehouseX12Settings {
    /** Our side of the envelopes. */
    public static final Setting<String> US = FileWarehouseSettings.checked(
            Setting.text(
                            "x12.us",
                            "Our side of the envelopes: qualifier:id, or qualifier:id:group id, such as ZZ:ACMEBRAND.")
                    .mandatory(),
            ProfileTexts::party);

    /** The warehouse's side of the envelopes. */
    public static final Setting<String> THEM = FileWarehouseSettings.checked(
            Setting.text("x12.them", "The warehouse's side of the envelopes, in the same form.")
                    .mandatory(),
            ProfileTexts::party);

    /** Test or production. */
    public static final Setting<Boolean> TEST = Setting.flag(
            "x12.test", false, "Whether documents are marked as tests (ISA15 T); the other mark is refused.");

    /** What separates what we write. */
    public static final Setting<String> DELIMITERS = FileWarehouseSettings.checked(
            Setting.text(
                            "x12.delimiters",
                            "Three characters: element, component and segment separator of what is written.")
                    .orElse("*>~"),
            text -> ProfileTexts.style(text, OutputStyle.LineEnd.NONE, false));

    /** Line ends. */
    public static final Setting<String> LINE_END = FileWarehouseSettings.checked(
            Setting.text("x12.lineEnd", "What follows each segment that is written: lf, crlf or none.")
                    .orElse("lf"),
            ProfileTexts::lineEnd);

    /** Case. */
    public static final Setting<Boolean> LOWER_CASE = Setting.flag(
            "x12.lowerCase",
            false,
            "Whether the warehouse takes lower-case letters; without, an order with a lower-case SKU is parked.");

    /** The first number. */
    public static final Setting<Integer> FIRST_NUMBER = Setting.count(
            "x12.firstControlNumber",
            1,
            1,
            "The first control number, above all that were ever sent to this warehouse.");

    /** Who ships. */
    public static final Setting<String> SHIP_FROM =
            Setting.text("x12.shipFrom", "Who ships, as its papers say it (N1 SF).");

    /** The warehouse's code. */
    public static final Setting<String> SHIP_FROM_CODE =
            Setting.text("x12.shipFromCode", "The warehouse's code in our numbering (N1 SF, qualifier 91).");

    /** The line id's qualifier. */
    public static final Setting<String> LINE_ID = Setting.text(
                    "x12.lineIdQualifier",
                    "The N9 qualifier of the line id in a 945; none if the warehouse sends none: then a line is known by"
                            + " its SKU, which must be unique in the order that was sent.")
            .orElse("LI");

    /** Tracking places. */
    public static final Setting<List<String>> TRACKING = FileWarehouseSettings.checked(
            Setting.words(
                            "x12.tracking",
                            "Where a 945 has tracking numbers, the first place that has any wins: carton:CP (MAN),"
                                    + " reference:2I (N9 below LX), header:2I (N9 of the header), carrier:5 (element of"
                                    + " W27).")
                    .orElse("carton:CP,carton:CN,reference:2I,header:2I,header:CN"),
            ProfileTexts::tracking);

    /** SKU qualifiers. */
    public static final Setting<List<String>> SKU_QUALIFIERS = Setting.words(
                    "x12.skuQualifiers", "Product qualifiers that are our SKU, the preferred one first.")
            .orElse("SK,VN,UP");

    /** Reporting codes. */
    public static final Setting<List<String>> REPORTING = Setting.words(
                    "x12.reportingCodes", "W06-01 codes of a 945 that lists all lines.")
            .orElse("F");

    /** Units. */
    public static final Setting<List<String>> UNITS = Setting.words(
            "x12.units",
            "Unit codes that mean one piece too, beside " + FileWarehouseSettings.UNIT.name()
                    + "; any other is refused, because a case is no piece.");

    /** Stock quantities. */
    public static final Setting<Map<String, String>> QUANTITIES = FileWarehouseSettings.checked(
            Setting.map(
                    "x12.quantities",
                    "QTY-01 codes of an 846, as code=onhand, available, onhold or ignored; without it 17, 33 and QH. An"
                            + " unknown one is refused."),
            ProfileTexts::quantities);

    /** The place of the stock. */
    public static final Setting<String> STOCK_LOCATION = Setting.text(
            "x12.stockLocation",
            "The place of the stock where an 846 names none (N1 WH); without it such one is refused.");

    /** The 997 that we await. */
    public static final Setting<Duration> ACKNOWLEDGED_WITHIN = Setting.duration(
            "x12.acknowledgedWithin",
            Duration.ofHours(24),
            "Within which time the warehouse acknowledges a 940 with a 997; PT0S if it acknowledges none.");

    /** The 997 that we send. */
    public static final Setting<Boolean> ACKNOWLEDGES =
            Setting.flag("x12.acknowledges", true, "Whether the warehouse's documents are acknowledged with a 997.");

    /** Repeated control numbers. */
    public static final Setting<Boolean> NUMBERS_MAY_REPEAT = Setting.flag(
            "x12.numbersMayRepeat",
            false,
            "Whether an interchange may have the number of an earlier one with other content, as after a migration.");

    /** Which documents are taken. */
    public static final Setting<List<CsvDocument>> DOCUMENTS = new Setting<>(
            CsvDocumentSettings.DOCUMENTS.name(),
            CsvDocumentSettings.DOCUMENTS.type(),
            false,
            false,
            CsvDocumentSettings.DOCUMENTS.fallback(),
            "What is read of the warehouse's documents: shipments (945), stock (846). A sync must read what is named here;"
                    + " documents of the other kind are acknowledged and put away.",
            CsvDocumentSettings.DOCUMENTS.parser());

    /** What is borne. */
    public static final Setting<List<String>> LENIENT = FileWarehouseSettings.checked(
            Setting.words(
                    "x12.lenient",
                    "Wrong ways of the warehouse that are borne, by name: see the manual. None unless named."),
            ProfileTexts::leniencies);

    /** Every setting, for the reference page. */
    public static final SettingsSchema SCHEMA = FileWarehouseSettings.schema(
            "Warehouse X12",
            "Carriage by the ERP's ship method, as payment:type:SCAC:service, such as UPS Ground=PP:U:UPSN:UPS"
                    + " GROUND. An order with any other method is parked.",
            CarrierInformation::parse,
            List.of(
                    US,
                    THEM,
                    TEST,
                    DELIMITERS,
                    LINE_END,
                    LOWER_CASE,
                    FIRST_NUMBER,
                    SHIP_FROM,
                    SHIP_FROM_CODE,
                    LINE_ID,
                    TRACKING,
                    SKU_QUALIFIERS,
                    REPORTING,
                    UNITS,
                    QUANTITIES,
                    STOCK_LOCATION,
                    ACKNOWLEDGED_WITHIN,
                    ACKNOWLEDGES,
                    NUMBERS_MAY_REPEAT,
                    DOCUMENTS,
                    LENIENT));

    private WarehouseX12Settings() {}

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings with their types. Not thread-safe. */
    public static final class Builder extends FileWarehouseSettings.Builder<Builder> {
        private Builder() {}

        @Override
        Builder self() {
            return this;
        }

        @Override
        SettingsSchema schema() {
            return SCHEMA;
        }

        /** Both sides of the envelopes, each as qualifier and id. */
        public Builder parties(String us, String them) {
            return with(US, us).with(THEM, them);
        }
    }
}
