package dev.drayage.testkit.warehouse;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names of the files that the warehouse puts out, none of them twice. Not thread-safe. */
final class FileNames {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private final InstantSource clock;
    private int files;

    FileNames(InstantSource clock) {
        this.clock = clock;
    }

    String next(String kind, String ending) {
        return String.format(Locale.ROOT, "%s_%s_%06d.%s", kind, STAMP.format(clock.instant()), ++files, ending);
    }
}
