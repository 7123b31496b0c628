package dev.drayage.amazon.internal.shipments;

import dev.drayage.mapping.ValueMap;
import dev.drayage.model.Carrier;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From the carrier names of the ERP or 3PL to Amazon's codes, which must match exactly. The host's map goes first, then
 * Amazon's well-known codes stand for themselves. Any other carrier is refused, unless the host lets it be sent as
 * {@code Other} with its name, which costs the seller its valid-tracking rate. Immutable.
 */
final class CarrierCodes {
    private static final String OTHER = "Other";
    private static final Set<String> WELL_KNOWN = wellKnown();

    private final ValueMap map;
    private final boolean sendUnmappedByName;

    CarrierCodes(ValueMap map, boolean sendUnmappedByName) {
        this.map = map;
        this.sendUnmappedByName = sendUnmappedByName;
    }

    /**
     * A carrier as Amazon wants it.
     *
     * @param code one of Amazon's codes
     * @param name the carrier's name, needed for the code {@code Other}; else empty
     */
    record Coded(String code, Optional<String> name) {}

    /** The code of a carrier; empty if nothing says what it is at Amazon. */
    Optional<Coded> code(Carrier carrier) {
        if (!carrier.isKnown()) {
            return Optional.empty();
        }
        String name = carrier.name().strip();
        return map.get(name)
                .filter(code -> !code.isBlank())
                .or(() -> Optional.of(name).filter(WELL_KNOWN::contains).filter(code -> !code.equals(OTHER)))
                .or(() -> Optional.of(OTHER).filter(code -> sendUnmappedByName && !name.equals(OTHER)))
                .map(code -> new Coded(code, code.equals(OTHER) ? Optional.of(name) : Optional.empty()));
    }

    private static Set<String> wellKnown() {
        try (InputStream in = CarrierCodes.class.getResourceAsStream("carrier-codes.txt")) {
            if (in == null) {
                throw new IllegalStateException("carrier-codes.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
