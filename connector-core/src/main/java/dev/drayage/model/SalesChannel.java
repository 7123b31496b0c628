package dev.drayage.model;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where something was sold.
 *
 * @param account the storefront's account
 * @param marketplaceId the marketplace within it, empty if there is only one
 * @param programs the channel's own names of programs that apply, such as {@code PRIME}
 */
public record SalesChannel(AccountId account, String marketplaceId, Set<String> programs) {
    public SalesChannel {
        programs = Collections.unmodifiableSet(new TreeSet<>(programs));
    }
}
