package dev.drayage.amazon.internal.shipments;

import dev.drayage.amazon.AmazonSettings;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.mapping.ValueMap;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.SalesChannel;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A canonical shipment of one parcel as Amazon's confirmation. Lines are matched by Amazon's own line ids only. All faults
 * are found in one go, each with what to do about it. Thread-safe.
 */
final class ShipmentTranslation {
    private static final Pattern ORDER_ID = Pattern.compile("[A-Z0-9]{3}-\\d{7}-\\d{7}");

    private final TimeSource time;
    private final CarrierCodes carriers;
    private final List<String> marketplaces;
    private final Optional<String> placeholder;

    ShipmentTranslation(TimeSource time, Settings settings) {
        this.time = time;
        carriers = new CarrierCodes(
                ValueMap.of(AmazonSettings.CARRIERS.name(), settings.get(AmazonSettings.CARRIERS)),
                settings.get(AmazonSettings.SEND_UNMAPPED_BY_NAME));
        marketplaces = settings.get(AmazonSettings.MARKETPLACES);
        placeholder = settings.find(AmazonSettings.TRACKING_PLACEHOLDER);
    }

    /** The confirmation of a shipment under a reference. */
    ConfirmationDraft draft(ItemFulfillment shipment, String reference) {
        if (shipment.packages().size() != 1) {
            return refused(
                    ErrorCode.REFUSED_BY_TARGET,
                    "packages",
                    "Amazon takes one parcel at a time, but the shipment holds "
                            + shipment.packages().size() + "; give one effect for each parcel");
        }
        ShippedPackage parcel = shipment.packages().get(0);
        List<Violation> faults = new ArrayList<>();
        String orderId = orderId(shipment, faults);
        String marketplaceId = marketplaceId(shipment, faults);
        CarrierCodes.Coded carrier = carrier(parcel, orderId, faults);
        SortedMap<String, Integer> units = units(shipment, parcel, faults);
        if (shipment.status() == ItemFulfillment.Status.VOIDED) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "status",
                    "Amazon cannot take a confirmation back; correct it in Seller Central"));
        }
        if (!PackageReference.isNumber(reference)) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "packageReferenceId",
                    "package " + reference + " was not confirmed through the API and can only be changed in Seller"
                            + " Central"));
        }
        if (!faults.isEmpty()) {
            return new ConfirmationDraft.Refused(new Violations(faults));
        }
        if (shipment.status() != ItemFulfillment.Status.SHIPPED) {
            return new ConfirmationDraft.Held(
                    "departure of parcel " + parcel.reference(),
                    new Violation(ErrorCode.WAITING_FOR_RECORD, "status", "the parcel has not left yet"));
        }
        Optional<String> tracking = parcel.trackingNumbers().stream()
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .findFirst()
                .or(() -> placeholder);
        if (tracking.isEmpty()) {
            return new ConfirmationDraft.Held(
                    "tracking number of parcel " + parcel.reference(),
                    new Violation(
                            ErrorCode.TRACKING_MISSING,
                            "trackingNumber",
                            "order " + orderId + ", parcel " + parcel.reference()
                                    + " has no tracking number yet; enter it, or set "
                                    + AmazonSettings.TRACKING_PLACEHOLDER.name()));
        }
        return new ConfirmationDraft.Ready(new Confirmation(
                orderId,
                marketplaceId,
                reference,
                carrier,
                parcel.service().or(shipment::shipMethod).map(String::strip).filter(text -> !text.isEmpty()),
                tracking.get(),
                notInTheFuture(shipment.shippedAt()),
                units));
    }

    private static String orderId(ItemFulfillment shipment, List<Violation> faults) {
        Optional<String> id = shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID);
        if (id.isEmpty() || !ORDER_ID.matcher(id.get()).matches()) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "orderId",
                    id.map(text -> text + " is no order id of Amazon's (3-7-7 with dashes)")
                            .orElse("the shipment does not name Amazon's order")));
        }
        return id.orElse("");
    }

    private String marketplaceId(ItemFulfillment shipment, List<Violation> faults) {
        Optional<String> id = shipment.channel()
                .map(SalesChannel::marketplaceId)
                .filter(text -> !text.isBlank())
                .or(() -> marketplaces.size() == 1 ? Optional.of(marketplaces.get(0)) : Optional.empty());
        if (id.isEmpty()) {
            faults.add(new Violation(
                    ErrorCode.VALUE_UNMAPPED,
                    "marketplaceId",
                    "the shipment does not say in which store the order was placed, and the account has "
                            + marketplaces.size()));
        }
        return id.orElse("");
    }

    private CarrierCodes.Coded carrier(ShippedPackage parcel, String orderId, List<Violation> faults) {
        Optional<CarrierCodes.Coded> coded = carriers.code(parcel.carrier());
        if (coded.isEmpty()) {
            String what = "order " + orderId + ", parcel " + parcel.reference();
            faults.add(new Violation(
                    ErrorCode.CARRIER_UNMAPPED,
                    "carrierCode",
                    parcel.carrier().isKnown()
                            ? what + ": carrier " + parcel.carrier().name() + " has no entry in "
                                    + AmazonSettings.CARRIERS.name() + "; map it to one of Amazon's codes, or set "
                                    + AmazonSettings.SEND_UNMAPPED_BY_NAME.name() + " to send it as Other"
                            : what + " names no carrier; enter it at the shipment"));
        }
        return coded.orElseGet(() -> new CarrierCodes.Coded("", Optional.empty()));
    }

    /** Units by Amazon's line id; the whole shipment if the source does not tell what is in its only parcel. */
    private static SortedMap<String, Integer> units(
            ItemFulfillment shipment, ShippedPackage parcel, List<Violation> faults) {
        SortedMap<String, Integer> units = new TreeMap<>();
        List<ShippedLine> lines = parcel.contents().isEmpty() ? shipment.lines() : parcel.contents();
        for (ShippedLine line : lines) {
            if (line.line().kind() != LineReference.Kind.CHANNEL_LINE_ID) {
                faults.add(new Violation(
                        ErrorCode.LINE_UNKNOWN,
                        "orderItemId",
                        "line " + line.line().value() + " (SKU " + line.sku()
                                + ") carries no line id of Amazon's; it must come from the order that was booked"));
                continue;
            }
            try {
                units.merge(line.line().value(), line.quantity().intValueExact(), Math::addExact);
            } catch (ArithmeticException e) {
                faults.add(new Violation(
                        ErrorCode.REFUSED_BY_TARGET,
                        "quantity",
                        "line " + line.line().value() + ": Amazon takes whole units, not " + plain(line.quantity())));
            }
        }
        if (lines.isEmpty()) {
            faults.add(new Violation(ErrorCode.LINE_UNKNOWN, "orderItems", "the shipment holds no lines"));
        }
        return units;
    }

    /** Amazon refuses a day to come; a clock of the warehouse's that is a little ahead must not. */
    private Instant notInTheFuture(Instant shippedAt) {
        Instant now = time.instant();
        return shippedAt.isAfter(now) ? now : shippedAt;
    }

    private static String plain(BigDecimal number) {
        return number.toPlainString();
    }

    private static ConfirmationDraft refused(ErrorCode code, String field, String message) {
        return new ConfirmationDraft.Refused(Violations.of(code, field, message));
    }
}
