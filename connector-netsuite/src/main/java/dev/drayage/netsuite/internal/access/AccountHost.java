package dev.drayage.netsuite.internal.access;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * Where an account's REST services live: {@code 1234567_SB1} answers at {@code 1234567-sb1.suitetalk.api.netsuite.com}
 * (help: "URLs for Account-Specific Domains"). Stateless.
 */
public final class AccountHost {
    private AccountHost() {}

    /** The address of an account whose id was validated, or the one that the settings give instead. */
    public static URI base(String account, Optional<URI> override) {
        return override.orElseGet(() -> URI.create(
                "https://" + account.toLowerCase(Locale.ROOT).replace('_', '-') + ".suitetalk.api.netsuite.com"));
    }

    /** The account id as the realm of signed headers wants it: upper case with underscore. */
    public static String realm(String account) {
        return account.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
