package dev.drayage.threepl.internal.x12.files;

import dev.drayage.model.WarehouseOrder;
import dev.drayage.threepl.internal.shiporder.OrderFormat;
import dev.drayage.threepl.internal.terms.Purpose;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.write.CarrierInformation;
import dev.drayage.threepl.internal.x12.write.ControlNumbers;
import dev.drayage.threepl.internal.x12.write.ShippingOrderWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Orders as set 940, one interchange each, acknowledged by the number of its group. Thread-safe. */
public final class X12OrderFormat implements OrderFormat {
    static final String ENDING = ".edi";

    private final PartnerProfile profile;
    private final ShippingOrderWriter writer;
    private final Set<Purpose> purposes;
    private final ToldLinesStore sent;

    /** Orders for a warehouse that takes documents of these purposes; what it is told is remembered in {@code sent}. */
    public X12OrderFormat(
            PartnerProfile profile,
            Function<Optional<String>, Optional<CarrierInformation>> shipMethods,
            Set<Purpose> purposes,
            ToldLinesStore sent) {
        this.profile = profile;
        this.purposes = Set.copyOf(purposes);
        this.writer = new ShippingOrderWriter(profile, shipMethods);
        this.sent = sent;
    }

    @Override
    public Set<Purpose> purposes() {
        return purposes;
    }

    @Override
    public byte[] write(Purpose purpose, WarehouseOrder order, long number, Instant at) {
        int control = Math.toIntExact(number);
        return writer.write(order, purpose, new ControlNumbers(control, control, 1), at)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void aboutToSend(Purpose purpose, WarehouseOrder order) {
        if (purpose != Purpose.CANCELLATION) {
            order.orderReference(profile.orderReference()).ifPresent(number -> sent.remember(number, order));
        }
    }

    @Override
    public String ending() {
        return ENDING;
    }

    @Override
    public Optional<Duration> acknowledgedWithin() {
        return profile.acknowledgements().expected()
                ? Optional.of(profile.acknowledgements().within())
                : Optional.empty();
    }
}
