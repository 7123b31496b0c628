package dev.drayage.netsuite.internal.inventory;

import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.netsuite.internal.record.ExternalId;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.spi.EffectKey;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The external id of the adjustment that a count leads to. The instant of the count, in milliseconds, stands in it in the
 * open: NetSuite itself keeps the day of an adjustment and the second of its entry, and neither tells which count it
 * corrected, while a memo is anybody's to change. So it can be told from the account alone, whatever a store forgot. Stateless.
 */
final class CountId {
    private static final RecordKind KIND = RecordKind.INVENTORY_ADJUSTMENT;
    private static final Pattern COUNTED = Pattern.compile("-" + KIND.code() + "-([0-9]{13})-");

    private CountId() {}

    /** The external id for the count of an effect: each count has its own. */
    static String of(EffectKey key, Instant countedAt) {
        RecordRef source = key.source();
        RecordRef count = new RecordRef(source.account(), source.type(), countedAt.toEpochMilli() + "-" + source.id());
        return ExternalId.of(
                new EffectKey(count, key.target(), key.purpose()), KIND, RecordType.INVENTORY_COUNT.name());
    }

    /** The instant of the count, cut to the millisecond; empty if the adjustment was not made for a count. */
    static Optional<Instant> countedAt(String externalId) {
        Matcher counted = COUNTED.matcher(externalId);
        return counted.find() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(counted.group(1)))) : Optional.empty();
    }
}
