package dev.drayage.testkit.amazon;

import java.util.Set;

/** A moderate part of Amazon's carrier codes, matched exactly: case and spaces count. */
final class CarrierCodes {
    private static final Set<String> CODES = Set.of(
            "UPS",
            "USPS",
            "FedEx",
            "DHL",
            "OnTrac",
            "UPSMI",
            "FedEx SmartPost",
            "DHL Global Mail",
            "OSM",
            "Lasership",
            "Newgistics",
            "Canada Post",
            "Amazon Shipping",
            "DPD",
            "GLS",
            "Royal Mail",
            "Parcelforce",
            "Yodel",
            "Hermes Logistik Gruppe",
            "Deutsche Post",
            "Chronopost",
            "La Poste",
            "Correos",
            "TNT",
            "PostNL",
            "InPost",
            "Australia Post",
            "Sendle",
            "PUROLATOR",
            "YAMATO",
            "SAGAWA",
            "Aramex",
            "Estes",
            "Old Dominion",
            "XPO Freight",
            "Other");

    private CarrierCodes() {}

    static boolean known(String code) {
        return CODES.contains(code);
    }
}
