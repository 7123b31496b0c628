package dev.drayage.engine;

import dev.drayage.spi.Effect;
import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What one record shall cause. */
public sealed interface Translated {
    /**
     * These effects, in an order in which each comes after those that it needs.
     *
     * @param effects what is carried out
     * @param concerns what a person must look at all the same: the record is parked when its effects have ended
     * @param sequence which of them must wait for others, given what the targets show
     */
    record Effects(List<Effect<?>> effects, List<Violation> concerns, Sequence sequence) implements Translated {
        public Effects {
            effects = List.copyOf(effects);
            concerns = List.copyOf(concerns);
        }

        /** Effects that leave nothing to look at. */
        public Effects(List<Effect<?>> effects) {
            this(effects, List.of());
        }

        /** Effects in no order beside what each names itself. */
        public Effects(List<Effect<?>> effects, List<Violation> concerns) {
            this(effects, concerns, Sequence.FREE);
        }
    }

    /** Nothing, for a reason that people understand. */
    record Skip(String reason) implements Translated {}

    /**
     * Nothing yet: it is looked at again after {@code recheck}; from {@code alarmAt} on, people are told that it still waits.
     */
    record Hold(Violation reason, Duration recheck, Instant alarmAt) implements Translated {}

    /** Nothing any more: called off at the source. If one of these effects stands at its target, a person must act. */
    record Withdraw(List<Effect<?>> effects, String reason) implements Translated {
        public Withdraw {
            effects = List.copyOf(effects);
        }
    }

    /** It cannot be translated until a person acts. */
    record Park(Violations violations) implements Translated {}

    /** These effects. */
    static Translated effects(Effect<?>... effects) {
        return new Effects(List.of(effects));
    }

    /** The one function that fits. */
    default <R> R fold(
            Function<Effects, R> effects,
            Function<Skip, R> skip,
            Function<Hold, R> hold,
            Function<Withdraw, R> withdraw,
            Function<Park, R> park) {
        if (this instanceof Effects t) {
            return effects.apply(t);
        } else if (this instanceof Skip t) {
            return skip.apply(t);
        } else if (this instanceof Hold t) {
            return hold.apply(t);
        } else if (this instanceof Withdraw t) {
            return withdraw.apply(t);
        }
        return park.apply((Park) this);
    }
}
