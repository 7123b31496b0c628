package dev.drayage.testkit.warehouse;

/**
 * CSV as in RFC 4180, with headings, in UTF-8. A depositor's file holds orders, one line of an order per row, the
 * order's own columns repeated; a column {@code action} may say N, R or F, and without it all are originals. Immutable.
 *
 * @param separator what stands between fields
 * @param crlf whether lines end with carriage return and newline, or only with a newline
 * @param omitsZeros whether a snapshot leaves out articles of which there is none
 */
public record CsvDialect(char separator, boolean crlf, boolean omitsZeros) implements Dialect {

    /** Commas, carriage return and newline, all articles. */
    public static CsvDialect usual() {
        return new CsvDialect(',', true, false);
    }
}
