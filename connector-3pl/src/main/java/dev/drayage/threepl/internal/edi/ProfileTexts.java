package dev.drayage.threepl.internal.edi;

import dev.drayage.settings.Settings;
import dev.drayage.threepl.WarehouseX12Settings;
import dev.drayage.threepl.internal.x12.AcknowledgementHabits;
import dev.drayage.threepl.internal.x12.AdviceHabits;
import dev.drayage.threepl.internal.x12.Leniency;
import dev.drayage.threepl.internal.x12.OrderHabits;
import dev.drayage.threepl.internal.x12.OutputStyle;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.StockHabits;
import dev.drayage.threepl.internal.x12.TrackingPlace;
import dev.drayage.threepl.internal.x12.TradingParty;
import dev.drayage.threepl.internal.x12.write.Carriage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A partner profile out of settings. Stateless. */
public final class ProfileTexts {
    private ProfileTexts() {}

    /** Everything that cannot be understood, naming its setting. */
    public static List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        attempt(WarehouseX12Settings.US.name(), () -> party(settings.get(WarehouseX12Settings.US)), problems);
        attempt(WarehouseX12Settings.THEM.name(), () -> party(settings.get(WarehouseX12Settings.THEM)), problems);
        attempt(WarehouseX12Settings.DELIMITERS.name(), () -> style(settings), problems);
        attempt(WarehouseX12Settings.TRACKING.name(), () -> tracking(settings), problems);
        attempt(WarehouseX12Settings.LINE_STATUSES.name(), () -> statuses(settings), problems);
        attempt(WarehouseX12Settings.QUANTITIES.name(), () -> quantities(settings), problems);
        attempt(WarehouseX12Settings.LENIENT.name(), () -> leniencies(settings), problems);
        settings.get(WarehouseX12Settings.SHIP_METHODS)
                .forEach((method, text) -> attempt(
                        WarehouseX12Settings.SHIP_METHODS.name() + " " + method, () -> Carriage.parse(text), problems));
        return problems;
    }

    /** Something that is read from a text. */
    @FunctionalInterface
    private interface Reading {
        Object read();
    }

    private static void attempt(String name, Reading reading, List<String> problems) {
        try {
            reading.read();
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
        }
    }

    /** The profile that checked settings give. */
    static PartnerProfile profile(Settings settings) {
        Duration within = settings.get(WarehouseX12Settings.ACKNOWLEDGED_WITHIN);
        String lineId = settings.get(WarehouseX12Settings.LINE_ID);
        List<String> skus = settings.get(WarehouseX12Settings.SKU_QUALIFIERS);
        return PartnerProfile.builder()
                .us(party(settings.get(WarehouseX12Settings.US)))
                .warehouse(party(settings.get(WarehouseX12Settings.THEM)))
                .test(settings.get(WarehouseX12Settings.TEST))
                .zone(settings.get(WarehouseX12Settings.ZONE))
                .output(style(settings))
                .orders(OrderHabits.builder()
                        .takesChanges(settings.get(WarehouseX12Settings.TAKES_CHANGES))
                        .takesCancellations(settings.get(WarehouseX12Settings.TAKES_CANCELLATIONS))
                        .shipFromName(settings.find(WarehouseX12Settings.SHIP_FROM))
                        .shipFromCode(settings.find(WarehouseX12Settings.SHIP_FROM_CODE))
                        .build())
                .shipments(AdviceHabits.builder()
                        .reportingCodes(settings.get(WarehouseX12Settings.REPORTING))
                        .tracking(tracking(settings))
                        .lineIdQualifier(lineId.equals("none") ? Optional.<String>empty() : Optional.of(lineId))
                        .skuQualifiers(skus)
                        .lineStatuses(statuses(settings))
                        .build())
                .stock(StockHabits.builder()
                        .quantities(quantities(settings))
                        .skuQualifiers(skus)
                        .lots(
                                settings.get(WarehouseX12Settings.SUM_LOTS)
                                        ? StockHabits.Lots.SUMMED
                                        : StockHabits.Lots.APART)
                        .location(settings.find(WarehouseX12Settings.STOCK_LOCATION))
                        .build())
                .acknowledgements(AcknowledgementHabits.builder()
                        .expected(!within.isZero())
                        .within(within)
                        .sent(settings.get(WarehouseX12Settings.ACKNOWLEDGES))
                        .build())
                .orderReference(settings.get(WarehouseX12Settings.ORDER_REFERENCE))
                .lineReference(settings.get(WarehouseX12Settings.LINE_REFERENCE))
                .units(settings.get(WarehouseX12Settings.UNITS))
                .leniencies(leniencies(settings))
                .build();
    }

    private static TradingParty party(String text) {
        List<String> parts = Arrays.asList(text.split(":", -1));
        return switch (parts.size()) {
            case 2 -> TradingParty.of(parts.get(0), parts.get(1));
            case 3 -> new TradingParty(parts.get(0), parts.get(1), parts.get(2));
            default -> throw new IllegalArgumentException("must be qualifier:id or qualifier:id:group id");
        };
    }

    private static OutputStyle style(Settings settings) {
        String delimiters = settings.get(WarehouseX12Settings.DELIMITERS);
        if (delimiters.length() != 3) {
            throw new IllegalArgumentException("must be three characters");
        }
        OutputStyle.LineEnd end = word(OutputStyle.LineEnd.class, settings.get(WarehouseX12Settings.LINE_END));
        return new OutputStyle(
                delimiters.charAt(0),
                delimiters.charAt(1),
                delimiters.charAt(2),
                end,
                settings.get(WarehouseX12Settings.LOWER_CASE),
                false);
    }

    private static List<TrackingPlace> tracking(Settings settings) {
        List<TrackingPlace> places = new ArrayList<>();
        for (String text : settings.get(WarehouseX12Settings.TRACKING)) {
            String[] parts = text.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("must be places such as carton:CP");
            }
            places.add(new TrackingPlace(
                    switch (parts[0]) {
                        case "carton" -> TrackingPlace.Level.CARTON_MARK;
                        case "reference" -> TrackingPlace.Level.CARTON_REFERENCE;
                        case "header" -> TrackingPlace.Level.HEADER_REFERENCE;
                        case "carrier" -> TrackingPlace.Level.CARRIER_DETAILS;
                        default ->
                            throw new IllegalArgumentException(
                                    parts[0] + " is none of carton, reference, header and carrier");
                    },
                    parts[1]));
        }
        return places;
    }

    private static Map<String, AdviceHabits.LineStatus> statuses(Settings settings) {
        Map<String, AdviceHabits.LineStatus> statuses =
                new HashMap<>(AdviceHabits.builder().build().lineStatuses());
        settings.get(WarehouseX12Settings.LINE_STATUSES)
                .forEach((code, text) -> statuses.put(
                        code,
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "complete" -> AdviceHabits.LineStatus.COMPLETE;
                            case "backordered" -> AdviceHabits.LineStatus.BACK_ORDERED;
                            case "cancelled" -> AdviceHabits.LineStatus.CANCELLED;
                            default ->
                                throw new IllegalArgumentException(
                                        text + " is none of complete, backordered and cancelled");
                        }));
        return statuses;
    }

    private static Map<String, StockHabits.Counts> quantities(Settings settings) {
        Map<String, String> given = settings.get(WarehouseX12Settings.QUANTITIES);
        if (given.isEmpty()) {
            return StockHabits.builder().build().quantities();
        }
        Map<String, StockHabits.Counts> quantities = new HashMap<>();
        given.forEach((code, text) -> quantities.put(
                code,
                switch (text.toLowerCase(Locale.ROOT)) {
                    case "onhand" -> StockHabits.Counts.ON_HAND;
                    case "available" -> StockHabits.Counts.AVAILABLE;
                    case "onhold" -> StockHabits.Counts.ON_HOLD;
                    case "ignored" -> StockHabits.Counts.IGNORED;
                    default ->
                        throw new IllegalArgumentException(text + " is none of onhand, available, onhold and ignored");
                }));
        return quantities;
    }

    private static Set<Leniency> leniencies(Settings settings) {
        Set<Leniency> borne = new LinkedHashSet<>();
        settings.get(WarehouseX12Settings.LENIENT).forEach(text -> borne.add(word(Leniency.class, text)));
        return borne;
    }

    /** A constant by its name, in lower case, with hyphens for underscores. */
    private static <E extends Enum<E>> E word(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().replace('_', '-').equalsIgnoreCase(text.strip())) {
                return constant;
            }
        }
        throw new IllegalArgumentException(text + " is none of "
                + String.join(
                        ", ",
                        Arrays.stream(type.getEnumConstants())
                                .map(constant ->
                                        constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                                .toList()));
    }
}
