package dev.drayage.testkit.amazon;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a listing offers through one fulfillment channel. Immutable.
 *
 * @param channelCode DEFAULT for the merchant's own stock, AMAZON_NA and the like for stock at Amazon
 * @param quantity units that can be sold; empty if none were ever told
 * @param handlingDays days until a sold unit leaves ({@code lead_time_to_ship_max_days}); empty for the seller's default
 * @param restockDate when there will be more; empty for none
 */
public record ChannelStock(
        String channelCode,
        Optional<Integer> quantity,
        Optional<Integer> handlingDays,
        Optional<LocalDate> restockDate) {

    static ChannelStock of(String channelCode, int quantity) {
        return new ChannelStock(channelCode, Optional.of(quantity), Optional.empty(), Optional.empty());
    }

    ChannelStock withQuantity(int units) {
        return new ChannelStock(channelCode, Optional.of(units), handlingDays, restockDate);
    }

    ChannelStock promising(Optional<Integer> days, Optional<LocalDate> date) {
        return new ChannelStock(channelCode, quantity, days, date);
    }

    /** This one, with what {@code over} tells in its place. */
    ChannelStock mergedWith(ChannelStock over) {
        return new ChannelStock(
                channelCode,
                over.quantity().or(this::quantity),
                over.handlingDays().or(this::handlingDays),
                over.restockDate().or(this::restockDate));
    }
}
