package dev.drayage.threepl.internal.x12.write;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.model.Address;
import dev.drayage.model.OrderReference;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.threepl.internal.terms.Purpose;
import dev.drayage.threepl.internal.terms.UnknownShipMethod;
import dev.drayage.threepl.internal.x12.OrderHabits;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.read.TransactionSet;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Writes a warehouse order as set 940, one interchange per order. The same input gives the same text. Lines without open
 * units are left out; of a cancellation all lines are. Immutable and thread-safe if the carriage function is.
 */
public final class ShippingOrderWriter {
    private final PartnerProfile profile;
    private final OrderHabits habits;
    private final X12Text text;
    private final Function<Optional<String>, Optional<CarrierInformation>> carriages;

    /**
     * A writer for one warehouse.
     *
     * @param carriages what the ERP's ship methods are to the warehouse, and what none is
     */
    public ShippingOrderWriter(
            PartnerProfile profile, Function<Optional<String>, Optional<CarrierInformation>> carriages) {
        this.profile = profile;
        this.habits = profile.orders();
        this.text = new X12Text(profile.output());
        this.carriages = carriages;
    }

    /**
     * The text of one order, ASCII.
     *
     * @param at when it is written, in UTC
     * @throws RefusedException if a value has no place in X12, or the ship method is not in the map
     */
    public String write(WarehouseOrder order, Purpose purpose, ControlNumbers numbers, Instant at) {
        InterchangeText out = new InterchangeText(profile, numbers, at, TransactionSet.SHIPPING_ORDER);
        out.segment(
                "W05",
                code(purpose),
                name(depositorOrder(order), "the order number", 22),
                order.purchaseOrder()
                        .map(po -> name(po, "the purchase order", 22))
                        .orElse(""));
        shipTo(out, order);
        shipFrom(out);
        reference(out, order);
        order.shipOn().ifPresent(day -> out.segment("G62", "10", InterchangeText.DATE.format(day)));
        for (String note : pieces(order.instructions().orElse(""), "the order's instructions", 80, 20)) {
            out.segment("NTE", "WHI", note);
        }
        if (purpose != Purpose.CANCELLATION) {
            carriage(out, order);
        }
        BigDecimal units = BigDecimal.ZERO;
        int count = 0;
        for (WarehouseOrderLine line : order.lines()) {
            if (purpose != Purpose.CANCELLATION && line.open().signum() > 0) {
                line(out, line, ++count);
                units = units.add(line.open());
            }
        }
        out.segment("W76", quantity(units, 10));
        return out.close();
    }

    /** The code of W05-01. */
    private static String code(Purpose purpose) {
        return switch (purpose) {
            case ORIGINAL -> "N";
            case CHANGE -> "R";
            case CANCELLATION -> "F";
        };
    }

    private String depositorOrder(WarehouseOrder order) {
        return order.orderReference(profile.orderReference())
                .orElseThrow(() -> new RefusedException(
                        ErrorCode.SETTINGS_INVALID,
                        "order " + order.number() + " has no " + profile.orderReference()
                                + ", under which orderReference says that shipments come back:"
                                + " set orderReference to a name that the orders have"));
    }

    private void shipTo(InterchangeText out, WarehouseOrder order) {
        if (order.shipTo().isEmpty()) {
            return;
        }
        Address to = order.shipTo().get();
        String person = prose(to.name().orElse(""), "the ship-to name");
        String company = prose(to.company().orElse(""), "the ship-to company");
        List<String> names = pieces(person.isEmpty() ? company : person, "the ship-to name", 60, 2);
        out.segment("N1", "ST", names.isEmpty() ? "." : names.get(0));
        if (names.size() > 1) {
            out.segment("N2", names.get(1));
        }
        if (!person.isEmpty() && !company.isEmpty()) {
            pieces(company, "the ship-to company", 60, 2 - Math.min(1, names.size() - 1))
                    .forEach(part -> out.segment("N2", part));
        }
        streets(out, to);
        String region = prose(to.region().orElse(""), "the ship-to region");
        boolean coded = region.length() == 2;
        out.segment(
                "N4",
                prose(to.city().orElse(""), "the ship-to city", 30),
                coded ? region : "",
                prose(to.postalCode().orElse(""), "the ship-to postal code", 15),
                name(to.countryCode(), "the ship-to country", 3),
                coded || region.isEmpty() ? "" : "SP",
                coded ? "" : prose(region, "the ship-to region", 30));
        String phone = prose(to.phone().orElse(""), "the ship-to telephone", 80);
        String email = prose(order.email().orElse(""), "the ship-to e-mail", 80);
        if (!phone.isEmpty() || !email.isEmpty()) {
            out.segment(
                    "PER",
                    "RE",
                    names.isEmpty() ? "" : names.get(0),
                    phone.isEmpty() ? "EM" : "TE",
                    phone.isEmpty() ? email : phone,
                    phone.isEmpty() || email.isEmpty() ? "" : "EM",
                    phone.isEmpty() ? "" : email);
        }
    }

    private void streets(InterchangeText out, Address to) {
        List<String> streets = to.lines().stream()
                .flatMap(line -> text.pieces(line, "a line of the ship-to address", 55, 4).stream())
                .toList();
        if (streets.size() > 4) {
            throw new RefusedException(
                    ErrorCode.REFUSED_BY_TARGET, "the ship-to address has more than four lines of 55 characters");
        }
        for (int i = 0; i < streets.size(); i += 2) {
            out.segment("N3", streets.get(i), i + 1 < streets.size() ? streets.get(i + 1) : "");
        }
    }

    private void shipFrom(InterchangeText out) {
        if (habits.shipFromName().isPresent() || habits.shipFromCode().isPresent()) {
            String code = habits.shipFromCode()
                    .map(c -> name(c, "the ship-from code", 80))
                    .orElse("");
            out.segment(
                    "N1",
                    "SF",
                    prose(habits.shipFromName().orElse(""), "the ship-from name", 60),
                    code.isEmpty() ? "" : habits.shipFromQualifier(),
                    code);
        }
    }

    private void reference(InterchangeText out, WarehouseOrder order) {
        Optional<String> channel = order.orderReference(OrderReference.Kind.CHANNEL_ORDER_ID);
        if (channel.isPresent() && !habits.channelOrderQualifier().isEmpty()) {
            out.segment("N9", habits.channelOrderQualifier(), name(channel.get(), "the channel's order id", 30));
        }
    }

    private void carriage(InterchangeText out, WarehouseOrder order) {
        CarrierInformation carriage = carriages
                .apply(order.shipMethod())
                .orElseThrow(() -> UnknownShipMethod.refused(profile.name(), order.number(), order.shipMethod()));
        out.segment(
                "W66",
                carriage.payment(),
                carriage.type(),
                "",
                "",
                prose(carriage.service(), "the carrier's service", 35),
                "",
                "",
                "",
                "",
                carriage.scac().isEmpty() ? "" : name(carriage.scac(), "the carrier's code", 4));
    }

    private void line(InterchangeText out, WarehouseOrderLine line, int number) {
        if (line.line().kind() != profile.lineReference()) {
            throw new RefusedException(
                    ErrorCode.SETTINGS_INVALID,
                    "line " + line.line().value() + " is named by "
                            + line.line().kind()
                            + ", but lineReference says that shipments come back with " + profile.lineReference()
                            + ": set lineReference to what the orders have");
        }
        String sku = name(line.sku(), "the SKU", 48);
        out.segment("LX", String.valueOf(number));
        out.segment("W01", quantity(line.open(), 15), habits.unit(), "", habits.skuQualifier(), sku);
        // A product's name is for the packer's eye: what does not fit is broken over several lines.
        pieces(line.title().orElse(""), "the name of SKU " + sku, 45, 5).forEach(title -> out.segment("G69", title));
        if (!habits.lineIdQualifier().isEmpty()) {
            out.segment("N9", habits.lineIdQualifier(), name(line.line().value(), "the line id", 30));
        }
    }

    private static String quantity(BigDecimal units, int digits) {
        String plain = units.stripTrailingZeros().toPlainString();
        if (plain.replace(".", "").length() > digits) {
            throw new RefusedException(
                    ErrorCode.REFUSED_BY_TARGET, "the quantity " + plain + " has more than " + digits + " digits");
        }
        return plain;
    }

    private String name(String value, String what, int most) {
        return text.name(value, what, most);
    }

    private String prose(String value, String what) {
        return text.prose(value, what);
    }

    private String prose(String value, String what, int most) {
        return text.prose(value, what, most);
    }

    private List<String> pieces(String value, String what, int most, int pieces) {
        return text.pieces(value, what, most, pieces);
    }
}
