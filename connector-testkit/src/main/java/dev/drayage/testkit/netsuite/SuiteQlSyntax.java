package dev.drayage.testkit.netsuite;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shape of a parsed query. All parts are immutable. */
final class SuiteQlSyntax {
    private SuiteQlSyntax() {}

    /** Something that has a value for each row. */
    sealed interface Expression {}

    /** A column; {@code alias} is empty when the query leaves it out. */
    record Column(String alias, String name) implements Expression {}

    /** A text, a number or {@code NULL}. */
    record Literal(@Nullable Object value) implements Expression {}

    /** A bound value, counted from zero. */
    record Parameter(int index) implements Expression {}

    /** A function; {@code COUNT(*)} has no arguments. */
    record Call(String function, List<Expression> arguments) implements Expression {}

    /** {@code + - * /} and {@code ||}. */
    record Arithmetic(String sign, Expression left, Expression right) implements Expression {}

    /** Something that holds or does not hold for each row. */
    sealed interface Condition {}

    /** All of them hold. */
    record And(List<Condition> all) implements Condition {}

    /** One of them holds. */
    record Or(List<Condition> any) implements Condition {}

    /** It does not hold. */
    record Not(Condition condition) implements Condition {}

    /** {@code = <> < <= > >=}. */
    record Compare(String sign, Expression left, Expression right) implements Condition {}

    /** {@code IN} and {@code NOT IN}. */
    record In(Expression value, List<Expression> list, boolean negated) implements Condition {}

    /** {@code IS NULL} and {@code IS NOT NULL}. */
    record IsNull(Expression value, boolean negated) implements Condition {}

    /** {@code LIKE} and {@code NOT LIKE}. */
    record Like(Expression value, Expression pattern, boolean negated) implements Condition {}

    /** One column of the result and the name it goes by. */
    record Selected(Expression value, String name) {}

    /** A table under an alias; {@code on} is absent for the first one. */
    record Source(String table, String alias, boolean left, Optional<Condition> on) {}

    /** One sort key. */
    record SortKey(Expression value, boolean descending) {}

    /** A whole query; {@code fetchFirst} is negative when there is none. */
    record Query(
            boolean distinct,
            List<Selected> selected,
            List<Source> sources,
            Optional<Condition> where,
            List<Expression> groupBy,
            List<SortKey> orderBy,
            int fetchFirst) {}
}
