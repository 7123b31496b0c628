package dev.drayage.testkit.netsuite;

/** In which sublist the account keeps the packages of a fulfilment: it follows from the carrier integration. */
public enum PackageSublist {
    /** No carrier integration. */
    PLAIN("package", ""),
    /** UPS integration. */
    UPS("packageUps", "Ups"),
    /** FedEx integration; its properties are spelt with a capital E, the sublist is not. */
    FEDEX("packageFedex", "FedEx"),
    /** USPS integration. */
    USPS("packageUsps", "Usps");

    private final String sublist;
    private final String suffix;

    PackageSublist(String sublist, String suffix) {
        this.sublist = sublist;
        this.suffix = suffix;
    }

    String sublist() {
        return sublist;
    }

    /** What the plain property names end with in this sublist. */
    String suffix() {
        return suffix;
    }

    String trackingField() {
        return "packageTrackingNumber" + suffix;
    }
}
