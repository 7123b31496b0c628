package dev.drayage.threepl.internal.x12.write;

import dev.drayage.mapping.ValueMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a warehouse is told which carrier to use (W66).
 *
 * @param payment who pays it, such as {@code PP} for prepaid
 * @param type its kind, such as {@code U} for parcels and {@code M} for motor freight
 * @param scac the carrier's code; empty if it is not told
 * @param service the service in the warehouse's words; empty if it is not told
 */
public record CarrierInformation(String payment, String type, String scac, String service) {
    private static final String FORM = "must give payment:type:SCAC:service, such as PP:U:UPSN:UPS GROUND: a payment of"
            + " two characters, a type of one or two, and a SCAC of 2 to 4 or a service of at most 35";

    public CarrierInformation {
        if (payment.length() != 2 || type.isEmpty() || type.length() > 2) {
            throw new IllegalArgumentException(
                    "CarrierInformation.payment has two characters and CarrierInformation.type one or two");
        }
        if ((scac.isEmpty() && service.isEmpty()) || scac.length() == 1 || scac.length() > 4 || service.length() > 35) {
            throw new IllegalArgumentException(
                    "CarrierInformation needs a scac of 2 to 4 characters or a service of at most 35");
        }
    }

    /**
     * Reads {@code payment:type:scac:service}, such as {@code PP:U:UPSN:UPS GROUND}; scac or service may be empty.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static CarrierInformation parse(String text) {
        List<String> parts = List.of(text.split(":", 4));
        try {
            if (parts.size() == 4) {
                return new CarrierInformation(
                        parts.get(0).strip(),
                        parts.get(1).strip(),
                        parts.get(2).strip(),
                        parts.get(3).strip());
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(FORM, e);
        }
        throw new IllegalArgumentException(FORM);
    }

    /**
     * Ship methods by a map whose values are of the form that {@link #parse} reads; an order without one is told as {@code missing},
     * if that is given.
     */
    public static Function<Optional<String>, Optional<CarrierInformation>> by(ValueMap map, Optional<String> missing) {
        return method -> (method.isPresent() ? map.get(method.get()) : missing).map(CarrierInformation::parse);
    }
}
