package dev.drayage.testkit.amazon;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.CRC32;

/**
 * The opaque {@code nextToken} of an order search. It carries the window of the first page, so that later pages do not
 * slide with the clock, and lives 24 hours. Its text holds characters that must be percent-encoded in a query.
 *
 * @param query fingerprint of all other parameters
 * @param until the first page's upper bound
 * @param issued when it was handed out
 * @param from where its page begins
 * @param previous where the page before began
 */
record PageToken(int query, Instant until, Instant issued, PagePosition from, PagePosition previous) {
    private static final Duration LIFE = Duration.ofDays(1);

    static int fingerprint(String query) {
        CRC32 sum = new CRC32();
        sum.update(query.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    String text() {
        String content = query
                + "|"
                + until.toEpochMilli()
                + "|"
                + issued.toEpochMilli()
                + "|"
                + text(from)
                + "|"
                + text(previous);
        String sealed = fingerprint(content) + "|" + content;
        return "/+" + Base64.getEncoder().encodeToString(sealed.getBytes(StandardCharsets.UTF_8)) + "==";
    }

    private static String text(PagePosition position) {
        return position.time().toEpochMilli() + "," + position.orderId();
    }

    /** Reads a token back; refuses what is no token, expired, or used with other parameters. */
    static PageToken read(String text, String query, Instant now) {
        PageToken token = parse(text);
        if (token.issued.plus(LIFE).isBefore(now)) {
            throw VendorError.invalidInput("The pagination token has expired.").thrown();
        }
        if (token.query != fingerprint(query)) {
            throw VendorError.invalidInput("All parameters must be repeated with the pagination token.")
                    .thrown();
        }
        return token;
    }

    private static PageToken parse(String text) {
        try {
            String inner = text.substring(2, text.length() - 2);
            String sealed = new String(Base64.getDecoder().decode(inner), StandardCharsets.UTF_8);
            String[] parts = sealed.split("\\|", -1);
            if (text.startsWith("/+")
                    && text.endsWith("==")
                    && Integer.parseInt(parts[0]) == fingerprint(sealed.substring(parts[0].length() + 1))) {
                return new PageToken(
                        Integer.parseInt(parts[1]),
                        Instant.ofEpochMilli(Long.parseLong(parts[2])),
                        Instant.ofEpochMilli(Long.parseLong(parts[3])),
                        position(parts[4]),
                        position(parts[5]));
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // refused below, like a token with a broken seal
        }
        throw VendorError.invalidInput("The pagination token is not valid.").thrown();
    }

    private static PagePosition position(String text) {
        int comma = text.indexOf(',');
        return new PagePosition(
                Instant.ofEpochMilli(Long.parseLong(text.substring(0, comma))), text.substring(comma + 1));
    }
}
