package dev.drayage.threepl.internal.shipstation;

import java.util.regex.Pattern;

/**
 * What an entry of the ship methods looks like: a carrier's id and one of its services, in the vendor's published forms of both
 * ({@code se_id} and {@code service_code}). Whether the account has them, only the account knows. Stateless.
 */
public final class ServiceForm {
    private static final Pattern ENTRY = Pattern.compile("none|se(-[a-z0-9]+)+/[a-z0-9]+(_[a-z0-9-]+)*");

    private ServiceForm() {}

    /**
     * Refuses a text that names no service.
     *
     * @throws IllegalArgumentException if the text is not of this form
     */
    public static void check(String text) {
        if (!ENTRY.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "must give carrier id and service code such as se-123890/ups_ground, or none");
        }
    }
}
