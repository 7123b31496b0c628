package dev.drayage.netsuite.internal.record;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Violations;
import java.util.function.Function;

/**
 * What "This entity already exists" means. The sentence does not say what collided: if the record with our external id is
 * there, an earlier try landed; if not, another record took the external id or the name. Stateless.
 */
public final class Duplicate {
    private Duplicate() {}

    /** The outcome of a write that was refused so; {@code remedy} says what to do if another record is in the way. */
    public static EffectOutcome outcome(
            RecordClient records,
            RecordKind kind,
            String externalId,
            String remedy,
            Function<String, RecordRef> ref,
            CallContext call) {
        return records.findByExternalId(kind, externalId, call)
                .<EffectOutcome>map(id -> EffectOutcome.Applied.to(ref.apply(id)))
                .orElseGet(() -> new EffectOutcome.Rejected(Violations.of(
                        ErrorCode.CONFLICT,
                        "externalId",
                        "NetSuite says that the " + kind.path() + " exists already, but none has the external id "
                                + externalId + ": " + remedy)));
    }
}
