package dev.drayage.threepl.internal.csv;

import dev.drayage.settings.Settings;
import dev.drayage.threepl.CsvSettings;
import dev.drayage.threepl.WarehouseFilesSettings;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * How a partner's CSV looks, whatever it tells; see {@link CsvSettings} for what each means. Immutable.
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
record CsvLayout(
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
        int maxRows) {

    /** The layout that a partner's settings give. */
    static CsvLayout of(Settings settings) {
        return new CsvLayout(
                settings.get(CsvSettings.CHARSET).charset(),
                settings.get(CsvSettings.DELIMITER),
                settings.get(CsvSettings.QUOTE),
                settings.get(CsvSettings.LINE_END).text(),
                settings.get(CsvSettings.HEADINGS),
                settings.find(CsvSettings.TRAILER),
                settings.get(CsvSettings.LAST_LINE_ENDS),
                new Notation(
                        settings.get(CsvSettings.DECIMAL),
                        settings.find(CsvSettings.DAY_PATTERN),
                        settings.find(CsvSettings.TIME_PATTERN),
                        settings.get(WarehouseFilesSettings.ZONE)),
                settings.get(CsvSettings.ESCAPE_FORMULAS),
                settings.get(CsvSettings.MAX_FIELDS),
                settings.get(CsvSettings.MAX_FIELD_LENGTH),
                settings.get(CsvSettings.MAX_ROWS));
    }
}
