package dev.drayage.threepl.internal.csv;

import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a partner's CSV looks, whatever it tells. Immutable.
 *
 * @param charset of the text
 * @param delimiter between fields
 * @param quote around fields
 * @param lineEnd after each row that is written
 * @param headings whether the first row names the columns
 * @param trailer first field of the last row, whose second one counts the rows before it
 * @param lastLineEnds whether the last row must end with a line end, so that a cut inside of it is seen
 * @param notation of numbers and dates
 * @param escapeFormulas whether texts that a spreadsheet would compute are written with an apostrophe before them
 * @param maxFields in a row
 * @param maxFieldLength characters of a field
 * @param maxRows in a file
 */
public record CsvLayout(
        Charset charset,
        char delimiter,
        char quote,
        String lineEnd,
        boolean headings,
        Optional<String> trailer,
        boolean lastLineEnds,
        Notation notation,
        boolean escapeFormulas,
        int maxFields,
        int maxFieldLength,
        int maxRows) {}
