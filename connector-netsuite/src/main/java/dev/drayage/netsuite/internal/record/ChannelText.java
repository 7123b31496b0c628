package dev.drayage.netsuite.internal.record;

import dev.drayage.model.AccountId;
import dev.drayage.model.SalesChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A sales channel as the text of a custom field: {@code amazon:A1EX-na/ATVPDKIKX0DER}, and its programs as
 * {@code BUSINESS,PRIME}. Stateless.
 */
public final class ChannelText {
    private ChannelText() {}

    /** Account and, if there is one, marketplace. */
    public static String of(SalesChannel channel) {
        return channel.account() + (channel.marketplaceId().isEmpty() ? "" : "/" + channel.marketplaceId());
    }

    /** The programs, joined by commas; empty for none. */
    public static String programs(SalesChannel channel) {
        return String.join(",", channel.programs());
    }

    /** Reads both back; empty if the text is no channel, such as one that a person typed. */
    public static Optional<SalesChannel> parse(String text, String programs) {
        int slash = text.indexOf('/');
        String account = slash < 0 ? text : text.substring(0, slash);
        Set<String> names = Arrays.stream(programs.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        try {
            return Optional.of(new SalesChannel(
                    AccountId.parse(account.strip()),
                    slash < 0 ? "" : text.substring(slash + 1).strip(),
                    names));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
