package dev.drayage.netsuite.internal.itemfulfillment;

import dev.drayage.model.Carrier;
import dev.drayage.model.ShippedPackage;
import java.util.List;
import java.util.Optional;

/**
 * How the carriers of a shipment's parcels stand in one text field: one name if all are the same, else one per parcel in
 * their order, parted by a bar. A package of NetSuite has no carrier of its own. Stateless.
 */
final class PackageCarriers {
    private static final String BAR = "|";

    private PackageCarriers() {}

    /** The text for the field; empty if a carrier is not known or holds a bar itself. */
    static Optional<String> text(List<ShippedPackage> parcels) {
        List<String> names = parcels.stream()
                .map(ShippedPackage::carrier)
                .map(Carrier::name)
                .map(String::strip)
                .toList();
        boolean usable = !names.isEmpty() && names.stream().noneMatch(name -> name.isEmpty() || name.contains(BAR));
        if (!usable) {
            return Optional.empty();
        }
        boolean same = names.stream().distinct().count() == 1;
        return Optional.of(same ? names.get(0) : String.join(BAR, names));
    }

    /** The carrier of the parcel at a position; empty if the field does not tell one for each. */
    static Optional<String> of(Optional<String> text, int position, int parcels) {
        List<String> names = text.map(all -> List.of(all.split("\\|", -1))).orElse(List.of());
        if (names.size() == 1) {
            return Optional.of(names.get(0).strip()).filter(name -> !name.isEmpty());
        }
        return names.size() == parcels
                ? Optional.of(names.get(position).strip()).filter(name -> !name.isEmpty())
                : Optional.empty();
    }
}
