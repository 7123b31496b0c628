package dev.drayage.testkit.netsuite;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an account is set up with. Immutable.
 *
 * @param accountId account id with underscore, such as {@code 1234567_SB1}
 * @param zone zone of the account: days are cut and queries show times in it
 * @param concurrencyLimit requests the account works on at once
 * @param clock the only source of time
 * @param defaultOrderStatus status of an order that names none
 * @param packageSublist where packages are kept
 * @param closedThrough last day of the closed periods
 * @param preferences switched-on features and preferences
 * @param scrambleSeed seed of the order of rows that no query asked for
 */
record AccountSettings(
        String accountId,
        ZoneId zone,
        int concurrencyLimit,
        InstantSource clock,
        String defaultOrderStatus,
        PackageSublist packageSublist,
        Optional<LocalDate> closedThrough,
        Set<AccountPreference> preferences,
        long scrambleSeed) {

    AccountSettings {
        preferences = Set.copyOf(preferences);
    }

    boolean has(AccountPreference preference) {
        return preferences.contains(preference);
    }

    /** Account id as it stands in host names. */
    String hostLabel() {
        return accountId.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
