package dev.drayage.testkit.warehouse;

import java.util.List;

/**
 * Who gets the goods, as the order said; what it did not say is empty. Immutable.
 *
 * @param name the person or company
 * @param company the second name line
 * @param lines the street lines
 * @param city the town
 * @param state the state or province
 * @param postalCode the postal code
 * @param country the country code
 * @param phone the telephone number
 * @param email the e-mail address
 */
public record Consignee(
        String name,
        String company,
        List<String> lines,
        String city,
        String state,
        String postalCode,
        String country,
        String phone,
        String email) {

    /** Copies the lines. */
    public Consignee {
        lines = List.copyOf(lines);
    }
}
