package dev.drayage.testkit.shipstation;

import java.util.List;

/**
 * One carton of a label. Immutable.
 *
 * @param packageId ShipStation's number of it
 * @param sequence its place, from 1
 * @param trackingNumber its own tracking number; the first carton's is that of the label
 * @param contents what is in it; the API does not tell
 */
public record LabelPackage(long packageId, int sequence, String trackingNumber, List<ShipmentItem> contents) {

    /** Copies the contents. */
    public LabelPackage {
        contents = List.copyOf(contents);
    }

    LabelPackage withTrackingNumber(String number) {
        return new LabelPackage(packageId, sequence, number, contents);
    }
}
