package dev.drayage.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/** The typed value of a custom field. */
public sealed interface CustomValue {
    /** Text. */
    record Text(String value) implements CustomValue {}

    /** An exact number. */
    record Decimal(BigDecimal value) implements CustomValue {
        public Decimal {
            value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        }
    }

    /** Yes or no. */
    record Flag(boolean value) implements CustomValue {}

    /** A calendar day without a zone. */
    record Day(LocalDate value) implements CustomValue {}

    /** An instant in UTC. */
    record Moment(Instant value) implements CustomValue {}

    /** An entry of a list or another record, by its id at the target. */
    record Choice(String id) implements CustomValue {}

    /** Several entries. */
    record Choices(List<String> ids) implements CustomValue {
        public Choices {
            ids = List.copyOf(ids);
        }
    }

    /** The one function that fits the kind of value. */
    default <R> R fold(
            Function<Text, R> text,
            Function<Decimal, R> number,
            Function<Flag, R> flag,
            Function<Day, R> day,
            Function<Moment, R> moment,
            Function<Choice, R> choice,
            Function<Choices, R> choices) {
        if (this instanceof Text v) {
            return text.apply(v);
        } else if (this instanceof Decimal v) {
            return number.apply(v);
        } else if (this instanceof Flag v) {
            return flag.apply(v);
        } else if (this instanceof Day v) {
            return day.apply(v);
        } else if (this instanceof Moment v) {
            return moment.apply(v);
        } else if (this instanceof Choice v) {
            return choice.apply(v);
        }
        return choices.apply((Choices) this);
    }

    /** Text. */
    static CustomValue text(String value) {
        return new Text(value);
    }
}
