package dev.drayage.testkit.shipstation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a V1 user calls a shipment: the truth about one label. It covers all items that its shipment had when it was
 * bought. Immutable.
 *
 * @param labelId ShipStation's id
 * @param shipmentId the shipment it is for
 * @param externalShipmentId as the API answers it, empty for none
 * @param trackingNumber master tracking number, that of the first carton
 * @param carrierCode such as {@code ups}
 * @param serviceCode such as {@code ups_ground}
 * @param shipDate day in the account's zone
 * @param createdAt when it was bought
 * @param shipmentCost US dollars
 * @param status where it stands
 * @param returnLabel whether it is for the way back
 * @param packages cartons
 */
public record Label(
        String labelId,
        String shipmentId,
        String externalShipmentId,
        String trackingNumber,
        String carrierCode,
        String serviceCode,
        LocalDate shipDate,
        Instant createdAt,
        BigDecimal shipmentCost,
        LabelStatus status,
        boolean returnLabel,
        List<LabelPackage> packages) {

    /** Copies the packages. */
    public Label {
        packages = List.copyOf(packages);
    }

    /** Whether it was taken back. */
    public boolean voided() {
        return status == LabelStatus.VOIDED;
    }

    /** Whether goods leave, or may leave soon, by it. */
    boolean stands() {
        return status == LabelStatus.PROCESSING || status == LabelStatus.COMPLETED;
    }

    Label in(LabelStatus next) {
        return new Label(
                labelId,
                shipmentId,
                externalShipmentId,
                trackingNumber,
                carrierCode,
                serviceCode,
                shipDate,
                createdAt,
                shipmentCost,
                next,
                returnLabel,
                packages);
    }

    Label withPackages(List<LabelPackage> cartons) {
        return new Label(
                labelId,
                shipmentId,
                externalShipmentId,
                cartons.get(0).trackingNumber(),
                carrierCode,
                serviceCode,
                shipDate,
                createdAt,
                shipmentCost,
                status,
                returnLabel,
                cartons);
    }
}
