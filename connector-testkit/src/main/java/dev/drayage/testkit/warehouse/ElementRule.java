package dev.drayage.testkit.warehouse;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What one element of a segment must look like. Immutable.
 *
 * @param dataElement its number in the data element dictionary
 * @param mandatory whether it must be there
 * @param type AN text, ID code, N0 whole number, R decimal, DT date, TM time
 * @param min its least number of characters
 * @param max its greatest number of characters
 * @param codes the values allowed; empty if any
 */
record ElementRule(String dataElement, boolean mandatory, String type, int min, int max, List<String> codes) {
    /** AK403: a mandatory element is missing. */
    static final String MISSING = "1";

    /** AK403: an element that another one calls for is missing. */
    static final String CONDITION_BROKEN = "2";

    /** AK403: more elements than the segment has. */
    static final String TOO_MANY = "3";

    /** AK403: a character that the type does not allow. */
    static final String BAD_CHARACTER = "6";

    /** AK403: a value that is not in the list of codes. */
    static final String BAD_CODE = "7";

    ElementRule {
        codes = List.copyOf(codes);
    }

    /** Reads {@code "355 M ID 2/2 EA|CA"}. */
    static ElementRule of(String text) {
        String[] parts = text.split(" ", -1);
        String[] lengths = parts[3].split("/", -1);
        List<String> codes = parts.length > 4 ? Arrays.asList(parts[4].split("\\|", -1)) : List.of();
        return new ElementRule(
                parts[0],
                parts[1].equals("M"),
                parts[2],
                Integer.parseInt(lengths[0]),
                Integer.parseInt(lengths[1]),
                codes);
    }

    /** What is wrong with {@code value}, as a code of AK403. */
    Optional<String> fault(String value, Delimiters delimiters) {
        if (value.isEmpty()) {
            return mandatory ? Optional.of(MISSING) : Optional.empty();
        }
        if (!codes.isEmpty()) {
            return codes.contains(value) ? Optional.empty() : Optional.of(BAD_CODE);
        }
        if (!charactersFit(value, delimiters)) {
            return Optional.of(BAD_CHARACTER);
        }
        int length = type.equals("R") ? value.replace("-", "").replace(".", "").length() : value.length();
        if (length < min) {
            return Optional.of("4");
        }
        if (length > max) {
            return Optional.of("5");
        }
        return switch (type) {
            case "DT" -> X12Date.isDate(value) ? Optional.empty() : Optional.of("8");
            case "TM" -> X12Date.isTime(value) ? Optional.empty() : Optional.of("9");
            default -> Optional.empty();
        };
    }

    private boolean charactersFit(String value, Delimiters delimiters) {
        return switch (type) {
            case "N0" -> value.matches("-?[0-9]+");
            case "R" -> value.matches("-?([0-9]+(\\.[0-9]+)?|\\.[0-9]+)");
            case "DT", "TM" -> value.matches("[0-9]+");
            default ->
                value.chars().allMatch(c -> c >= ' ' && c < 127 && c != delimiters.component())
                        && !value.isBlank()
                        && value.charAt(value.length() - 1) != ' ';
        };
    }
}
