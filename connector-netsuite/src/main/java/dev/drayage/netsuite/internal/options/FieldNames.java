package dev.drayage.netsuite.internal.options;

import dev.drayage.settings.Settings;
import java.util.Optional;

/**
 * The account's custom fields that carry the channel's identities. Immutable.
 *
 * @param channel body field of the channel's account and marketplace
 * @param orderId body field of the channel's order id
 * @param programs body field of the channel's programs
 * @param lineId line field of the channel's line id
 * @param status body field of the step reached
 * @param carrier body field of fulfillments for the carrier in the warehouse's words
 * @param giftMessage line field of the gift message, if there is one
 */
public record FieldNames(
        String channel,
        String orderId,
        String programs,
        String lineId,
        String status,
        String carrier,
        Optional<String> giftMessage) {
    /** The names that the settings give. */
    public static FieldNames of(Settings settings) {
        return new FieldNames(
                settings.get(NetSuiteSchema.CHANNEL_FIELD),
                settings.get(NetSuiteSchema.ORDER_ID_FIELD),
                settings.get(NetSuiteSchema.PROGRAMS_FIELD),
                settings.get(NetSuiteSchema.LINE_ID_FIELD),
                settings.get(NetSuiteSchema.STATUS_FIELD),
                settings.get(NetSuiteSchema.CARRIER_FIELD),
                settings.get(NetSuiteSchema.GIFT_MESSAGE_FIELD));
    }
}
