package dev.drayage.threepl;

import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.threepl.exchange.ExchangeSettings;
import dev.drayage.threepl.internal.edi.ProfileTexts;
import dev.drayage.threepl.internal.x12.OutputStyle;
import dev.drayage.threepl.internal.x12.write.Carriage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The settings of a warehouse that speaks X12 004010 (940, 945, 846, 997) over a folder or SFTP: its partner profile. */
public final class WarehouseX12Settings {
    /** The warehouse's own partner id. */
    public static final Setting<String> WAREHOUSE = Setting.text(
                    "warehouse", "The warehouse's partner id: letters, digits and hyphens; it names the account.")
            .mandatory();

    /** Our side of the envelopes. */
    public static final Setting<String> US = checked(
            Setting.text(
                            "x12.us",
                            "Our side of the envelopes: qualifier:id, or qualifier:id:group id, such as ZZ:ACMEBRAND.")
                    .mandatory(),
            ProfileTexts::party);

    /** The warehouse's side of the envelopes. */
    public static final Setting<String> THEM = checked(
            Setting.text("x12.them", "The warehouse's side of the envelopes, in the same form.")
                    .mandatory(),
            ProfileTexts::party);

    /** Test or production. */
    public static final Setting<Boolean> TEST = Setting.flag(
            "x12.test", false, "Whether documents are marked as tests (ISA15 T); the other mark is refused.");

    /** The warehouse's zone. */
    public static final Setting<ZoneId> ZONE = Setting.zone(
                    "zone", "The warehouse's time zone: dates and times of documents are read and written in it.")
            .mandatory();

    /** What separates what we write. */
    public static final Setting<String> DELIMITERS = checked(
            Setting.text(
                            "x12.delimiters",
                            "Three characters: element, component and segment separator of what is written.")
                    .orElse("*>~"),
            text -> ProfileTexts.style(text, OutputStyle.LineEnd.NONE, false));

    /** Line ends. */
    public static final Setting<String> LINE_END = checked(
            Setting.text("x12.lineEnd", "What follows each segment that is written: lf, crlf or none.")
                    .orElse("lf"),
            ProfileTexts::lineEnd);

    /** Case. */
    public static final Setting<Boolean> LOWER_CASE = Setting.flag(
            "x12.lowerCase",
            false,
            "Whether the warehouse takes lower-case letters; without, an order with a lower-case SKU is parked.");

    /** Where orders are put. */
    public static final Setting<String> OUTGOING = Setting.text(
                    "outgoing.folder", "Where the warehouse expects our files.")
            .orElse("outbound");

    /** The first number. */
    public static final Setting<Integer> FIRST_NUMBER = Setting.count(
            "x12.firstControlNumber",
            1,
            1,
            "The first control number, above all that were ever sent to this warehouse.");

    /** Changes. */
    public static final Setting<Boolean> TAKES_CHANGES = Setting.flag(
            "x12.takesChanges", false, "Whether the warehouse takes a 940 that changes an order (W05-01 R).");

    /** Cancellations. */
    public static final Setting<Boolean> TAKES_CANCELLATIONS = Setting.flag(
            "x12.takesCancellations", false, "Whether the warehouse takes a 940 that cancels an order (W05-01 F).");

    /** Carriers by ship method. */
    public static final Setting<Map<String, String>> SHIP_METHODS = checked(
            Setting.map(
                    "shipMethods",
                    "Carriage by the ERP's ship method, as payment:type:SCAC:service, such as UPS Ground=PP:U:UPSN:UPS"
                            + " GROUND. A method without an entry is parked."),
            methods -> methods.values().forEach(Carriage::parse));

    /** Who ships. */
    public static final Setting<String> SHIP_FROM =
            Setting.text("x12.shipFrom", "Who ships, as its papers say it (N1 SF).");

    /** The warehouse's code. */
    public static final Setting<String> SHIP_FROM_CODE =
            Setting.text("x12.shipFromCode", "The warehouse's code in our numbering (N1 SF, qualifier 91).");

    /** What the order number is. */
    public static final Setting<OrderReference.Kind> ORDER_REFERENCE = Setting.choice(
            "orderReference",
            OrderReference.Kind.class,
            Optional.of(OrderReference.Kind.ERP_NUMBER),
            "Whose name of the order is the depositor's order number (W05-02, W06-02).");

    /** What the line id is. */
    public static final Setting<LineReference.Kind> LINE_REFERENCE = Setting.choice(
            "lineReference",
            LineReference.Kind.class,
            Optional.of(LineReference.Kind.ERP_LINE),
            "Whose name of the line is the line id (N9 LI).");

    /** The line id's qualifier. */
    public static final Setting<String> LINE_ID = Setting.text(
                    "x12.lineIdQualifier",
                    "The N9 qualifier of the line id in a 945; none if the warehouse sends none: then a line is known by"
                            + " its SKU, which must be unique in the order that was sent.")
            .orElse("LI");

    /** Tracking places. */
    public static final Setting<List<String>> TRACKING = checked(
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

    /** Line statuses. */
    public static final Setting<Map<String, String>> LINE_STATUSES = checked(
            Setting.map(
                    "x12.lineStatuses",
                    "W12-01 codes beyond the usual ones, as code=complete, backordered or cancelled; an unknown one leaves"
                            + " the rest open and is told."),
            ProfileTexts::statuses);

    /** Units. */
    public static final Setting<List<String>> UNITS = Setting.words(
                    "x12.units", "Unit codes that mean one piece; any other is refused, because a case is no piece.")
            .orElse("EA");

    /** Stock quantities. */
    public static final Setting<Map<String, String>> QUANTITIES = checked(
            Setting.map(
                    "x12.quantities",
                    "QTY-01 codes of an 846, as code=onhand, available, onhold or ignored; without it 17, 33 and QH. An"
                            + " unknown one is refused."),
            ProfileTexts::quantities);

    /** The place of the stock. */
    public static final Setting<String> STOCK_LOCATION = Setting.text(
            "x12.stockLocation",
            "The place of the stock where an 846 names none (N1 WH); without it such one is refused.");

    /** Lots. */
    public static final Setting<Boolean> SUM_LOTS = Setting.flag(
            "x12.sumLots", true, "Whether an 846's lots of one SKU are added up; else each lot is counted by itself.");

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

    /** What is borne. */
    public static final Setting<List<String>> LENIENT = checked(
            Setting.words(
                    "x12.lenient",
                    "Wrong ways of the warehouse that are borne, by name: see the manual. None unless named."),
            ProfileTexts::leniencies);

    /** Every setting, for the reference page. */
    public static final SettingsSchema SCHEMA =
            SettingsSchema.of("Warehouse X12", all()).with(ExchangeSettings::problems);

    private WarehouseX12Settings() {}

    private static Setting<?>[] all() {
        List<Setting<?>> all = new ArrayList<>(List.of(
                WAREHOUSE,
                US,
                THEM,
                TEST,
                ZONE,
                DELIMITERS,
                LINE_END,
                LOWER_CASE,
                OUTGOING,
                FIRST_NUMBER,
                TAKES_CHANGES,
                TAKES_CANCELLATIONS,
                SHIP_METHODS,
                SHIP_FROM,
                SHIP_FROM_CODE,
                ORDER_REFERENCE,
                LINE_REFERENCE,
                LINE_ID,
                TRACKING,
                SKU_QUALIFIERS,
                REPORTING,
                LINE_STATUSES,
                UNITS,
                QUANTITIES,
                STOCK_LOCATION,
                SUM_LOTS,
                ACKNOWLEDGED_WITHIN,
                ACKNOWLEDGES,
                NUMBERS_MAY_REPEAT,
                LENIENT));
        all.addAll(ExchangeSettings.ALL);
        return all.toArray(new Setting<?>[0]);
    }

    /** The same setting, whose texts are refused by its own name if {@code check} refuses what they give. */
    private static <T> Setting<T> checked(Setting<T> setting, Consumer<T> check) {
        return new Setting<>(
                setting.name(),
                setting.type(),
                setting.secret(),
                setting.required(),
                setting.fallback(),
                setting.help(),
                text -> {
                    T value = setting.parser().apply(text);
                    check.accept(value);
                    return value;
                });
    }

    /** A new builder. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects settings with their types. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> flat = new TreeMap<>();

        private Builder() {}

        /** The warehouse's own partner id. */
        public Builder warehouse(String value) {
            return with(WAREHOUSE, value);
        }

        /** Both sides of the envelopes, each as qualifier and id. */
        public Builder parties(String us, String them) {
            return with(US, us).with(THEM, them);
        }

        /** The warehouse's zone. */
        public Builder zone(ZoneId value) {
            return with(ZONE, value.getId());
        }

        /** A local exchange folder, and where files wait on their way. */
        public Builder folder(Path folder, Path spool) {
            return with(ExchangeSettings.TRANSPORT, "FOLDER")
                    .with(ExchangeSettings.FOLDER, folder.toString())
                    .with(ExchangeSettings.SPOOL, spool.toString());
        }

        /** An SFTP server by its address and the fingerprint of its key, and where files wait on their way. */
        public Builder sftp(String host, int port, String hostKey, Path spool) {
            return with(ExchangeSettings.TRANSPORT, "SFTP")
                    .with(ExchangeSettings.SFTP_HOST, host)
                    .with(ExchangeSettings.SFTP_PORT, Integer.toString(port))
                    .with(ExchangeSettings.SFTP_HOST_KEYS, hostKey)
                    .with(ExchangeSettings.SPOOL, spool.toString());
        }

        /** Who we are at the SFTP server; the password as itself or where to look for it. */
        public Builder login(String user, Setting<SecretSource> by, String secret) {
            return with(ExchangeSettings.SFTP_USER, user).with(by, secret);
        }

        /** Where the warehouse expects our files, and where it puts its own. */
        public Builder folders(String outgoing, String incoming) {
            return with(OUTGOING, outgoing).with(ExchangeSettings.INCOMING, incoming);
        }

        /** Any setting by its text. */
        public Builder with(Setting<?> setting, String text) {
            flat.put(setting.name(), text);
            return this;
        }

        /**
         * The settings, checked.
         *
         * @throws dev.drayage.error.SettingsException with all faults at once
         */
        public Settings build() {
            return SCHEMA.read(flat);
        }
    }
}
