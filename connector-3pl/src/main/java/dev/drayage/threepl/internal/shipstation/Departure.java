package dev.drayage.threepl.internal.shipstation;

import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Carrier;
import dev.drayage.model.Money;
import dev.drayage.model.ShippedPackage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Goods that left: by a label that was bought here, or by a fulfillment that says that they left from elsewhere. Immutable.
 *
 * @param id {@code label:} or {@code fulfillment:} and ids of ShipStation's
 * @param shipment the shipment whose goods left
 * @param createdAt when it was made, in UTC
 * @param changedAt when it was made or voided, in UTC
 * @param voided whether it was called off
 * @param shippedAt when the goods left, in UTC
 * @param packages the parcels
 * @param service the carriage
 * @param freight what the label cost
 */
record Departure(
        String id,
        String shipment,
        Instant createdAt,
        Instant changedAt,
        boolean voided,
        Instant shippedAt,
        List<ShippedPackage> packages,
        Optional<String> service,
        Optional<Money> freight) {
    private static final BigDecimal POUND = new BigDecimal("0.45359237");
    private static final BigDecimal OUNCE = new BigDecimal("0.028349523125");

    Departure {
        packages = List.copyOf(packages);
    }

    /**
     * A label.
     *
     * @throws IllegalArgumentException if it lacks what every label has
     */
    static Departure ofLabel(JsonValue label, ZoneId zone) {
        Instant created = instant(label, "created_at");
        Carrier carrier = label.text("carrier_code").map(Carrier::new).orElse(Carrier.UNKNOWN);
        Optional<String> service = label.text("service_code");
        List<ShippedPackage> parcels = new ArrayList<>();
        List<JsonValue> packages = label.elements("packages");
        for (int i = 0; i < packages.size(); i++) {
            JsonValue parcel = packages.get(i);
            Optional<String> tracking = parcel.text("tracking_number")
                    .filter(number -> !number.isBlank())
                    .or(() -> packages.size() == 1 ? label.text("tracking_number") : Optional.empty());
            parcels.add(ShippedPackage.builder()
                    .reference(Integer.toString(i + 1))
                    .carrier(carrier)
                    .service(service)
                    .addAllTrackingNumbers(tracking.stream().toList())
                    .weightKg(weight(parcel.at("weight")))
                    .build());
        }
        if (parcels.isEmpty()) {
            parcels.add(ShippedPackage.builder()
                    .reference("1")
                    .carrier(carrier)
                    .service(service)
                    .addAllTrackingNumbers(
                            label.text("tracking_number").stream().toList())
                    .build());
        }
        return new Departure(
                "label:" + required(label, "label_id"),
                required(label, "shipment_id"),
                created,
                changedAt(label),
                voided(label),
                label.text("ship_date").map(text -> day(text, zone)).orElse(created),
                parcels,
                service,
                cost(label.at("shipment_cost")));
    }

    /**
     * A fulfillment.
     *
     * @throws IllegalArgumentException if it lacks what every fulfillment has
     */
    static Departure ofFulfillment(JsonValue fulfillment, ZoneId zone) {
        Instant created = instant(fulfillment, "created_at");
        String shipment = required(fulfillment, "shipment_id");
        Carrier carrier = fulfillment
                .text("carrier_code")
                .or(() -> fulfillment.text("fulfillment_carrier_friendly_name"))
                .map(Carrier::new)
                .orElse(Carrier.UNKNOWN);
        Optional<String> service =
                fulfillment.text("fulfillment_service_code").or(() -> fulfillment.text("service_code"));
        ShippedPackage parcel = ShippedPackage.builder()
                .reference("1")
                .carrier(carrier)
                .service(service)
                .addAllTrackingNumbers(fulfillment.text("tracking_number").stream()
                        .filter(number -> !number.isBlank())
                        .toList())
                .build();
        return new Departure(
                "fulfillment:" + shipment + "/" + required(fulfillment, "fulfillment_id"),
                shipment,
                created,
                changedAt(fulfillment),
                voided(fulfillment),
                fulfillment.text("ship_date").map(text -> day(text, zone)).orElse(created),
                List.of(parcel),
                service,
                Optional.empty());
    }

    /** Whether a label or fulfillment was called off, or came to nothing. */
    static boolean voided(JsonValue one) {
        return wasVoided(one) || status(one).equals("error");
    }

    /** Whether a label is still being made, so that nobody knows whether goods will leave by it. */
    static boolean inTheMaking(JsonValue label) {
        return status(label).equals("processing");
    }

    private static boolean wasVoided(JsonValue one) {
        return one.at("voided").flag().orElse(false) || one.text("voided_at").isPresent();
    }

    private static String status(JsonValue label) {
        return label.text("status").orElse("");
    }

    /**
     * When a label or fulfillment was made or, if it was called off, when that was.
     *
     * @throws IllegalArgumentException if it does not tell
     */
    static Instant changedAt(JsonValue one) {
        return instant(one, wasVoided(one) ? "voided_at" : "created_at");
    }

    /** The leading tracking numbers. */
    List<String> trackingNumbers() {
        return packages.stream()
                .flatMap(parcel -> parcel.trackingNumbers().stream())
                .toList();
    }

    private static Instant instant(JsonValue record, String field) {
        return parse(required(record, field));
    }

    private static String required(JsonValue record, String field) {
        return record.text(field).orElseThrow(() -> new IllegalArgumentException("it has no " + field));
    }

    private static Instant parse(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    /** A day without a time is noon at the warehouse; ShipStation writes such days as midnight in UTC too. */
    private static Instant day(String text, ZoneId zone) {
        boolean bare = text.length() == 10 || text.startsWith("00:00:00", 11);
        return bare
                ? LocalDate.parse(text.substring(0, 10))
                        .atTime(LocalTime.NOON)
                        .atZone(zone)
                        .toInstant()
                : parse(text);
    }

    private static Optional<Money> cost(JsonValue cost) {
        return cost.decimal("amount")
                .flatMap(amount -> cost.text("currency")
                        .map(code -> new Money(amount, Currency.getInstance(code.toUpperCase(Locale.ROOT)))));
    }

    private static Optional<BigDecimal> weight(JsonValue weight) {
        Optional<BigDecimal> value = weight.decimal("value").filter(number -> number.signum() > 0);
        return value.map(number -> switch (weight.text("unit").orElse("")) {
            case "pound" -> number.multiply(POUND);
            case "ounce" -> number.multiply(OUNCE);
            case "kilogram" -> number;
            case "gram" -> number.movePointLeft(3);
            default -> throw new IllegalArgumentException("a parcel's weight is in an unknown unit");
        });
    }
}
