package dev.drayage.testkit.shopify;

/**
 * An address. Immutable; empty text where a part is missing.
 *
 * @param firstName given name
 * @param lastName family name
 * @param company company
 * @param address1 street and number
 * @param address2 more of it
 * @param city city
 * @param provinceCode province or state
 * @param zip postal code
 * @param countryCode two letters
 * @param phone phone
 */
public record PostalAddress(
        String firstName,
        String lastName,
        String company,
        String address1,
        String address2,
        String city,
        String provinceCode,
        String zip,
        String countryCode,
        String phone) {

    /** A person's address without company, second line and phone. */
    public static PostalAddress of(
            String first, String last, String street, String city, String province, String zip, String country) {
        return new PostalAddress(first, last, "", street, "", city, province, zip, country, "");
    }
}
