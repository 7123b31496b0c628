package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SqlScope.Place;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.And;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Arithmetic;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Call;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Column;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Compare;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Condition;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Expression;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.In;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.IsNull;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Like;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Literal;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Not;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Or;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns parsed expressions and conditions into something that can be asked row by row. */
final class SqlBinder {
    private final SqlScope scope;
    private final List<String> parameters;

    SqlBinder(SqlScope scope, List<String> parameters) {
        this.scope = scope;
        this.parameters = parameters;
    }

    /** Value of a row; null is null. Slots that an outer join left empty are null. */
    interface Value {
        @Nullable Object of(@Nullable SqlRow[] rows);
    }

    /** Whether a condition holds for a row: null means unknown, as it does when something compared is null. */
    interface Test {
        @Nullable Boolean of(@Nullable SqlRow[] rows);
    }

    Value value(Expression expression) {
        if (expression instanceof Column column) {
            Place place = scope.place(column);
            return rows -> {
                SqlRow row = rows[place.slot()];
                return row == null ? null : place.column().value().apply(row);
            };
        }
        if (expression instanceof Literal literal) {
            Object value = literal.value();
            return rows -> value;
        }
        if (expression instanceof Parameter parameter) {
            if (parameter.index() >= parameters.size()) {
                throw Refusal.invalidParameter("Invalid search query. There are more ? than params.");
            }
            String value = parameters.get(parameter.index());
            return rows -> value;
        }
        if (expression instanceof Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        return call((Call) expression);
    }

    private Value arithmetic(Arithmetic arithmetic) {
        Value left = value(arithmetic.left());
        Value right = value(arithmetic.right());
        String sign = arithmetic.sign();
        return rows -> {
            Object a = left.of(rows);
            Object b = right.of(rows);
            if (sign.equals("||")) {
                return (a == null ? "" : SqlValues.text(a)) + (b == null ? "" : SqlValues.text(b));
            }
            if (a == null || b == null) {
                return null;
            }
            BigDecimal x = SqlValues.number(a);
            BigDecimal y = SqlValues.number(b);
            return switch (sign) {
                case "+" -> x.add(y);
                case "-" -> x.subtract(y);
                case "*" -> x.multiply(y);
                default -> y.signum() == 0 ? null : x.divide(y, MathContext.DECIMAL64);
            };
        };
    }

    private Value call(Call call) {
        if (call.function().equals("BUILTIN.DF")) {
            if (call.arguments().size() == 1 && call.arguments().get(0) instanceof Column column) {
                Place place = scope.place(column);
                return rows -> {
                    SqlRow row = rows[place.slot()];
                    return row == null ? null : place.column().display().apply(row);
                };
            }
            throw Refusal.invalidParameter("Invalid search query. BUILTIN.DF takes one column.");
        }
        List<Value> arguments = call.arguments().stream().map(this::value).toList();
        SqlFunctions.Function function = SqlFunctions.find(call.function(), arguments.size());
        return rows -> {
            @Nullable Object[] given = new Object[arguments.size()];
            for (int i = 0; i < given.length; i++) {
                given[i] = arguments.get(i).of(rows);
            }
            return function.apply(given);
        };
    }

    Test test(Condition condition) {
        if (condition instanceof And and) {
            return both(and.all().stream().map(this::test).toList(), false);
        }
        if (condition instanceof Or or) {
            return both(or.any().stream().map(this::test).toList(), true);
        }
        if (condition instanceof Not not) {
            Test inner = test(not.condition());
            return rows -> {
                Boolean holds = inner.of(rows);
                return holds == null ? null : !holds;
            };
        }
        if (condition instanceof Compare compare) {
            return compare(compare);
        }
        if (condition instanceof In in) {
            return in(in);
        }
        if (condition instanceof IsNull isNull) {
            Value value = value(isNull.value());
            return rows -> (value.of(rows) == null) != isNull.negated();
        }
        return like((Like) condition);
    }

    /** AND ends at the first false, OR at the first true; otherwise one unknown makes the whole unknown. */
    private static Test both(List<Test> tests, boolean decisive) {
        return rows -> {
            boolean unknown = false;
            for (Test test : tests) {
                Boolean holds = test.of(rows);
                if (holds == null) {
                    unknown = true;
                } else if (holds == decisive) {
                    return decisive;
                }
            }
            return unknown ? null : Boolean.valueOf(!decisive);
        };
    }

    private Test compare(Compare compare) {
        Value left = value(compare.left());
        Value right = value(compare.right());
        String sign = compare.sign();
        return rows -> {
            Object a = left.of(rows);
            Object b = right.of(rows);
            if (a == null || b == null || a.equals("") || b.equals("")) {
                return null; // an empty text is null
            }
            int order = SqlValues.compare(a, b);
            return switch (sign) {
                case "=" -> order == 0;
                case "<>" -> order != 0;
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                default -> order >= 0;
            };
        };
    }

    private Test in(In in) {
        Value value = value(in.value());
        Set<String> keys = new HashSet<>();
        for (Expression one : in.list()) {
            if (!SqlSlots.of(one, scope).isEmpty()) {
                throw Refusal.invalidParameter("Invalid search query. An IN list takes values, not columns.");
            }
            Object constant = value(one).of(new SqlRow[scope.size()]);
            if (constant != null) {
                keys.add(SqlValues.key(constant));
            }
        }
        return rows -> {
            Object own = value.of(rows);
            return own == null ? null : Boolean.valueOf(keys.contains(SqlValues.key(own)) != in.negated());
        };
    }

    private Test like(Like like) {
        Value value = value(like.value());
        Value pattern = value(like.pattern());
        return rows -> {
            Object text = value.of(rows);
            Object wanted = pattern.of(rows);
            if (text == null || wanted == null) {
                return null;
            }
            StringBuilder regex = new StringBuilder();
            for (char c : SqlValues.text(wanted).toCharArray()) {
                regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
            }
            boolean matches = Pattern.compile(regex.toString(), Pattern.DOTALL)
                    .matcher(SqlValues.text(text))
                    .matches();
            return matches != like.negated();
        };
    }
}
