package dev.drayage.testkit.amazon;

/**
 * A delivery address; an empty text is left out of the answer. Immutable.
 *
 * @param name person
 * @param companyName company
 * @param addressLine1 street
 * @param addressLine2 second line
 * @param addressLine3 third line
 * @param city city
 * @param stateOrRegion state
 * @param postalCode postal code
 * @param countryCode ISO 3166-1 code
 * @param phone telephone
 * @param addressType RESIDENTIAL, COMMERCIAL or PICKUP_POINT
 */
public record SimulatedAddress(
        String name,
        String companyName,
        String addressLine1,
        String addressLine2,
        String addressLine3,
        String city,
        String stateOrRegion,
        String postalCode,
        String countryCode,
        String phone,
        String addressType) {

    /** A residential address without telephone. */
    public static SimulatedAddress of(
            String name, String street, String city, String stateOrRegion, String postalCode, String countryCode) {
        return new SimulatedAddress(
                name, "", street, "", "", city, stateOrRegion, postalCode, countryCode, "", "RESIDENTIAL");
    }

    /** The same address at a company. */
    public SimulatedAddress atCompany(String company) {
        return new SimulatedAddress(
                name,
                company,
                addressLine1,
                addressLine2,
                addressLine3,
                city,
                stateOrRegion,
                postalCode,
                countryCode,
                phone,
                "COMMERCIAL");
    }

    /** The same address with further lines. */
    public SimulatedAddress withLines(String line2, String line3) {
        return new SimulatedAddress(
                name,
                companyName,
                addressLine1,
                line2,
                line3,
                city,
                stateOrRegion,
                postalCode,
                countryCode,
                phone,
                addressType);
    }

    /** The same address with a telephone number. */
    public SimulatedAddress withPhone(String number) {
        return new SimulatedAddress(
                name,
                companyName,
                addressLine1,
                addressLine2,
                addressLine3,
                city,
                stateOrRegion,
                postalCode,
                countryCode,
                number,
                addressType);
    }
}
