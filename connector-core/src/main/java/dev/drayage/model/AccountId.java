package dev.drayage.model;

import java.util.regex.Pattern;

/**
 * One account at one system, named by the system itself (NetSuite account id, seller id with region, shop domain), never
 * by a label that a host may rename.
 *
 * @param system kind of the system in lower case, such as {@code netsuite}
 * @param id the account's own id, without blanks or slashes
 */
public record AccountId(String system, String id) {
    private static final Pattern SYSTEM = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]*");

    public AccountId {
        if (!SYSTEM.matcher(system).matches()) {
            throw new IllegalArgumentException("AccountId.system must be lower-case letters, digits and hyphens");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("AccountId.id must be letters, digits and . _ @ -");
        }
    }

    /** Reads the form that {@link #toString()} writes. */
    public static AccountId parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("AccountId must be system:id");
        }
        return new AccountId(text.substring(0, colon), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return system + ":" + id;
    }
}
