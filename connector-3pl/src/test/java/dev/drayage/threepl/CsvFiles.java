package dev.drayage.threepl;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import dev.drayage.settings.Settings;
import dev.drayage.threepl.internal.csv.CsvFileFormat;

/** The CSV of a partner's settings, for tests of the format itself. */
public final class CsvFiles {
    private CsvFiles() {}

    /** How an account's files are read. */
    public static CsvFileFormat of(AccountId account, Settings settings, TimeSource time) {
        return CsvFormats.files(account, settings, time);
    }
}
