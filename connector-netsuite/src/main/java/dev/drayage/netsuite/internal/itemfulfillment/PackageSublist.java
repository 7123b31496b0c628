package dev.drayage.netsuite.internal.itemfulfillment;

/**
 * The sublists in which an account keeps the packages of a fulfillment: which one follows from its carrier integration. The
 * names of FedEx's fields have a capital E, its sublist has not.
 */
enum PackageSublist {
    PLAIN("package", "", ""),
    UPS("packageUps", "Ups", "UPS"),
    FEDEX("packageFedex", "FedEx", "FedEx"),
    USPS("packageUsps", "Usps", "USPS"),
    SHIPMENT("shipmentPackage", "", "");

    private final String sublist;
    private final String suffix;
    private final String carrier;

    PackageSublist(String sublist, String suffix, String carrier) {
        this.sublist = sublist;
        this.suffix = suffix;
        this.carrier = carrier;
    }

    String sublist() {
        return sublist;
    }

    /** A field of this sublist, from its name in the plain one. */
    String field(String plain) {
        return plain + suffix;
    }

    /** The carrier that the sublist is for; empty for any. */
    String carrier() {
        return carrier;
    }
}
