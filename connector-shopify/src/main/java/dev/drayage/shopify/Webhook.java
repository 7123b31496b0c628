package dev.drayage.shopify;

import dev.drayage.model.RecordRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A delivery of a webhook, as far as it is kept: that something happened to a record. What happened is read from the shop,
 * because deliveries come late, twice, out of order, and in another shape than the API's. Holds nothing of a buyer. Immutable.
 *
 * @param topic what happened, such as {@code orders/updated}
 * @param deliveryId equal on every try of one delivery: a second one is a double
 * @param eventId equal over all subscriptions that one event reached, where it is told
 * @param triggeredAt when it happened, where it is told
 * @param subject Shopify's global id of what the delivery is about, where it is told
 * @param record the record to be looked at soon, where the topic concerns one that is synced
 */
public record Webhook(
        String topic,
        String deliveryId,
        Optional<String> eventId,
        Optional<Instant> triggeredAt,
        Optional<String> subject,
        Optional<RecordRef> record) {}
