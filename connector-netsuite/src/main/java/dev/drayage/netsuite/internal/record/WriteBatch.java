package dev.drayage.netsuite.internal.record;

import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.OutcomeUnknownException;
import dev.drayage.error.RefusedException;
import dev.drayage.error.ThrottledException;
import dev.drayage.error.UnavailableException;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.EffectOutcome;
import dev.drayage.spi.Prepared;
import dev.drayage.spi.Violations;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Writes effects one after the other. What proves that nothing ran ends the batch: thrown if nothing had been decided yet,
 * else told for those that are left, so that what was written before keeps its outcome. Stateless.
 */
public final class WriteBatch {
    private WriteBatch() {}

    /** The outcome of each effect, as {@code write} tells it or as its exception means. */
    public static <T extends CommerceRecord> Map<EffectKey, EffectOutcome> each(
            List<Prepared<T>> batch, TimeSource time, Function<Prepared<T>, EffectOutcome> write) {
        Map<EffectKey, EffectOutcome> outcomes = new LinkedHashMap<>();
        for (Prepared<T> prepared : batch) {
            try {
                outcomes.put(prepared.key(), write.apply(prepared));
            } catch (OutcomeUnknownException e) {
                outcomes.put(prepared.key(), new EffectOutcome.Unknown(String.valueOf(e.getMessage())));
            } catch (RefusedException e) {
                outcomes.put(
                        prepared.key(),
                        new EffectOutcome.Rejected(Violations.of(e.code(), "", String.valueOf(e.getMessage()))));
            } catch (AuthorisationException | UnavailableException | ThrottledException | CancelledException e) {
                if (outcomes.isEmpty()) {
                    throw e;
                }
                leave(batch, outcomes, e, time.instant());
                return outcomes;
            } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
                // one record that cannot be put into NetSuite's form must not make its neighbours unknown
                outcomes.put(
                        prepared.key(),
                        new EffectOutcome.Unknown(
                                "writing it failed: " + e.getClass().getSimpleName()));
            }
        }
        return outcomes;
    }

    private static <T extends CommerceRecord> void leave(
            List<Prepared<T>> batch, Map<EffectKey, EffectOutcome> outcomes, ConnectorException why, Instant now) {
        Instant notBefore = why instanceof ThrottledException throttled ? throttled.notBefore() : now;
        Set<EffectKey> decided = Set.copyOf(outcomes.keySet());
        for (Prepared<T> rest : batch) {
            if (!decided.contains(rest.key())) {
                outcomes.put(rest.key(), new EffectOutcome.RetryLater(notBefore, String.valueOf(why.getMessage())));
            }
        }
    }
}
