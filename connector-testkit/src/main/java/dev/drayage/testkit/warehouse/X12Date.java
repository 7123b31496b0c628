package dev.drayage.testkit.warehouse;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;

/** How X12 writes dates and times. */
final class X12Date {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private X12Date() {}

    static String date(LocalDate date) {
        return DATE.format(date);
    }

    static String time(LocalTime time) {
        return DateTimeFormatter.ofPattern("HHmm", Locale.ROOT).format(time);
    }

    static boolean isDate(String text) {
        try {
            return text.length() == 8 && LocalDate.parse(text, DATE).getYear() > 0;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    static boolean isTime(String text) {
        return text.matches("([01][0-9]|2[0-3])[0-5][0-9]([0-5][0-9]([0-9]{1,2})?)?");
    }
}
