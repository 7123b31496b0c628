package dev.drayage.netsuite.internal.suiteql;

import java.util.regex.Pattern;

/** What may stand in a query as the name of a field: nothing that could end the name. Stateless. */
public final class FieldName {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private FieldName() {}

    /** Whether a text is a field name. */
    public static boolean isValid(String text) {
        return NAME.matcher(text).matches();
    }

    /**
     * A text that is a field name.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static String of(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a field name");
        }
        return text;
    }

    /** Whether the name is that of a custom field or segment. */
    public static boolean isCustom(String text) {
        return text.startsWith("cust") || text.startsWith("cseg");
    }
}
