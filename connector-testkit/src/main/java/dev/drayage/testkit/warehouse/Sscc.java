package dev.drayage.testkit.warehouse;

import java.util.Locale;

/** Serial shipping container codes of eighteen digits. */
final class Sscc {
    private Sscc() {}

    /**
     * The code of carton {@code serial}.
     *
     * @param companyPrefix the GS1 company prefix, seven to ten digits
     */
    static String of(String companyPrefix, int serial) {
        String body =
                "0" + companyPrefix + String.format(Locale.ROOT, "%0" + (16 - companyPrefix.length()) + "d", serial);
        return body + checkDigit(body);
    }

    /** Makes the sum of all digits, weighted 3 and 1 from the right, a multiple of ten. */
    static int checkDigit(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int weight = (body.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * Character.digit(body.charAt(i), 10);
        }
        return (10 - sum % 10) % 10;
    }
}
