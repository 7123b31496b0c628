package dev.drayage.shopify.internal.fulfillment;

import dev.drayage.error.ErrorCode;
import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.LineReference;
import dev.drayage.model.OrderReference;
import dev.drayage.model.ShippedLine;
import dev.drayage.model.ShippedPackage;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A canonical shipment of one parcel in Shopify's words. Lines are matched by Shopify's own line ids only, never by SKU. All
 * faults are found in one go, each with what to do about it. Thread-safe.
 */
final class ParcelTranslation {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");

    private final TrackingCompanies companies;

    ParcelTranslation(Settings settings) {
        companies = new TrackingCompanies(
                settings.get(ShopifySettings.CARRIERS), settings.get(ShopifySettings.TRACKING_URLS));
    }

    /** Number of Shopify's order, if the shipment names it. */
    static Optional<String> order(ItemFulfillment shipment) {
        return shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID).filter(NUMBER.asMatchPredicate());
    }

    /** The parcel of a shipment. */
    ParcelDraft draft(ItemFulfillment shipment) {
        if (shipment.packages().size() != 1) {
            return new ParcelDraft.Refused(Violations.of(
                    ErrorCode.REFUSED_BY_TARGET,
                    "packages",
                    "Shopify takes one parcel at a time, but the shipment holds "
                            + shipment.packages().size() + "; give one effect for each parcel"));
        }
        ShippedPackage parcel = shipment.packages().get(0);
        List<Violation> faults = new ArrayList<>();
        Optional<String> order = order(shipment);
        if (order.isEmpty()) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "orderId",
                    shipment.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID)
                            .map(text -> text + " is no number of an order at Shopify")
                            .orElse("the shipment does not name Shopify's order")));
        }
        if (shipment.status() == ItemFulfillment.Status.VOIDED) {
            faults.add(new Violation(
                    ErrorCode.REFUSED_BY_TARGET,
                    "status",
                    "the shipment was voided, so that there is nothing to tell"));
        }
        Optional<Tracking> tracking = tracking(parcel, order.orElse("?"), faults);
        SortedMap<String, Integer> units = units(shipment, parcel, faults);
        if (order.isEmpty() || tracking.isEmpty() || !faults.isEmpty()) {
            return new ParcelDraft.Refused(new Violations(faults));
        }
        if (shipment.status() != ItemFulfillment.Status.SHIPPED) {
            return new ParcelDraft.Held(
                    "departure of parcel " + parcel.reference(),
                    new Violation(ErrorCode.WAITING_FOR_RECORD, "status", "the parcel has not left yet"));
        }
        return new ParcelDraft.Ready(new Parcel(
                order.get(), units, tracking.get(), shipment.location().map(String::strip)));
    }

    private Optional<Tracking> tracking(ShippedPackage parcel, String order, List<Violation> faults) {
        List<String> numbers = parcel.trackingNumbers().stream()
                .map(String::strip)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        Optional<Tracking> tracking = companies.tracking(parcel.carrier(), numbers);
        if (tracking.isEmpty()) {
            String what = "order " + order + ", parcel " + parcel.reference();
            faults.add(new Violation(
                    ErrorCode.CARRIER_UNMAPPED,
                    "company",
                    parcel.carrier().isKnown()
                            ? what + ": Shopify knows no carrier "
                                    + parcel.carrier().name()
                                    + "; map it to one of Shopify's names in "
                                    + ShopifySettings.CARRIERS.name() + ", or give the address of its tracking page in "
                                    + ShopifySettings.TRACKING_URLS.name()
                            : what + " names no carrier; enter it at the shipment"));
        }
        return tracking;
    }

    /** Units by Shopify's line number; the whole shipment if the source does not tell what is in its only parcel. */
    private static SortedMap<String, Integer> units(
            ItemFulfillment shipment, ShippedPackage parcel, List<Violation> faults) {
        SortedMap<String, Integer> units = new TreeMap<>();
        List<ShippedLine> lines = parcel.contents().isEmpty() ? shipment.lines() : parcel.contents();
        for (ShippedLine line : lines) {
            if (line.line().kind() != LineReference.Kind.CHANNEL_LINE_ID) {
                faults.add(new Violation(
                        ErrorCode.LINE_UNKNOWN,
                        "lineItem",
                        "line " + line.line().value() + " (SKU " + line.sku()
                                + ") carries no line id of Shopify's; it must come from the order that was booked"));
                continue;
            }
            try {
                units.merge(line.line().value(), line.quantity().intValueExact(), Math::addExact);
            } catch (ArithmeticException e) {
                faults.add(new Violation(
                        ErrorCode.REFUSED_BY_TARGET,
                        "quantity",
                        "line " + line.line().value() + ": Shopify takes whole units, not "
                                + line.quantity().toPlainString()));
            }
        }
        if (lines.isEmpty()) {
            faults.add(new Violation(ErrorCode.LINE_UNKNOWN, "lineItem", "the shipment holds no lines"));
        }
        return units;
    }
}
