package dev.drayage.examples.quickstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What whoever starts the program wants. Immutable.
 *
 * @param orders the size of the simulated week
 * @param seed the same seed makes the same week
 * @param settings the file of the accounts to run against instead
 * @param apply whether those accounts may be written to
 */
record Wishes(int orders, long seed, Optional<Path> settings, boolean apply) {
    /** A smaller week may have nothing to book beside the planted faults. */
    static final int FEWEST = 10;

    static final int MOST = 1_000_000;

    /** Reads system properties. */
    static Wishes of(Properties given) throws RefusedException {
        List<String> faults = new ArrayList<>();
        long orders = number(given, "quickstart.orders", 200, FEWEST, MOST, faults);
        long seed = number(given, "quickstart.seed", 20_261_102, Long.MIN_VALUE, Long.MAX_VALUE, faults);
        if (!faults.isEmpty()) {
            throw new RefusedException(faults);
        }
        return new Wishes(
                Math.toIntExact(orders),
                seed,
                Optional.of(given.getProperty("quickstart.settings", ""))
                        .filter(file -> !file.isBlank())
                        .map(Path::of),
                Boolean.parseBoolean(given.getProperty("apply")));
    }

    private static long number(Properties given, String name, long usual, long least, long most, List<String> faults) {
        String text = given.getProperty(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        try {
            long number = Long.parseLong(text);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        faults.add("-D" + name + "=" + text + " is no whole number from " + least + " to " + most);
        return usual;
    }
}
