package dev.drayage.netsuite.internal.itemfulfillment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the description of a package what is in it, for people and to be read back: {@code CARTON-7: Lines 1x2, 4x1} is two
 * units of order line 1 and one of line 4. NetSuite itself does not keep which package holds what. Stateless.
 */
final class PackageDescription {
    private static final int LONGEST = 240;
    private static final String WORD = "Lines ";
    private static final Pattern ENTRY = Pattern.compile("([0-9]+)x([0-9]+(?:\\.[0-9]+)?)");
    private static final Pattern FORM = Pattern.compile("(?:^|: )Lines (" + ENTRY + "(?:, " + ENTRY + ")*)$");

    private PackageDescription() {}

    /** The description; without the contents where they do not fit. */
    static String of(String reference, Map<String, BigDecimal> unitsByOrderLine) {
        StringBuilder contents = new StringBuilder();
        unitsByOrderLine.forEach((line, units) -> contents.append(contents.length() == 0 ? WORD : ", ")
                .append(line)
                .append('x')
                .append(units.stripTrailingZeros().toPlainString()));
        String name = reference.length() > 60 ? reference.substring(0, 60) : reference;
        if (contents.length() == 0 || contents.length() > LONGEST - 62) {
            return name;
        }
        return name.isBlank() ? contents.toString() : name + ": " + contents;
    }

    /** Units by order line; empty if the description says nothing of that form. */
    static Optional<Map<String, BigDecimal>> read(String description) {
        Matcher form = FORM.matcher(description.strip());
        if (!form.find()) {
            return Optional.empty();
        }
        Map<String, BigDecimal> units = new LinkedHashMap<>();
        Matcher entry = ENTRY.matcher(form.group(1));
        while (entry.find()) {
            units.merge(entry.group(1), new BigDecimal(entry.group(2)), BigDecimal::add);
        }
        return Optional.of(units);
    }
}
