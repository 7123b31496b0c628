package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.SuiteQlLexer.Kind;
import dev.drayage.testkit.netsuite.SuiteQlLexer.Token;
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
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Query;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Selected;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.SortKey;
import dev.drayage.testkit.netsuite.SuiteQlSyntax.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one query: SELECT, FROM with inner and left joins, WHERE, GROUP BY, ORDER BY, FETCH FIRST. What the dialect does
 * not have ({@code LIMIT}, {@code WITH}, date literals, {@code ROWNUM}) is refused.
 */
final class SuiteQlParser {
    private static final int MAX_LIST = 1000;
    private static final Set<String> AFTER_TABLE =
            Set.of("join", "inner", "left", "where", "order", "group", "fetch", "on", "limit");

    private final List<Token> tokens;
    private int at;
    private int parameters;

    private SuiteQlParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    static Query parse(String query) {
        SuiteQlParser parser = new SuiteQlParser(SuiteQlLexer.cut(query));
        Query parsed = parser.query();
        if (parser.peek().kind() != Kind.END) {
            throw parser.unexpected();
        }
        return parsed;
    }

    private Query query() {
        expect("select");
        boolean distinct = take("distinct");
        List<Selected> selected = new ArrayList<>();
        do {
            selected.add(selected(selected.size() + 1));
        } while (take(","));
        expect("from");
        List<Source> sources = new ArrayList<>();
        sources.add(source(false, false));
        while (true) {
            if (take("left")) {
                take("outer");
                expect("join");
                sources.add(source(true, true));
            } else if (take("inner")) {
                expect("join");
                sources.add(source(false, true));
            } else if (take("join")) {
                sources.add(source(false, true));
            } else if (take(",")) {
                sources.add(source(false, false));
            } else {
                break;
            }
        }
        Optional<Condition> where = take("where") ? Optional.of(condition()) : Optional.empty();
        List<Expression> groupBy = new ArrayList<>();
        if (take("group")) {
            expect("by");
            do {
                groupBy.add(expression());
            } while (take(","));
        }
        List<SortKey> orderBy = take("order") ? sortKeys() : List.of();
        return new Query(distinct, selected, sources, where, groupBy, orderBy, fetchFirst());
    }

    private Selected selected(int position) {
        if (peek().is("*")) {
            throw Refusal.invalidParameter("Invalid search query. Name the columns instead of *.");
        }
        Expression value = expression();
        String name = value instanceof Column column ? column.name() : "expr" + position;
        if (take("as") || (peek().kind() == Kind.WORD && !peek().is("from"))) {
            name = word();
        }
        return new Selected(value, name.toLowerCase(Locale.ROOT));
    }

    private Source source(boolean left, boolean joined) {
        String table = word();
        String alias = table;
        if (peek().kind() == Kind.WORD && !AFTER_TABLE.contains(peek().lower())) {
            alias = word();
        }
        Optional<Condition> on = Optional.empty();
        if (joined) {
            expect("on");
            on = Optional.of(condition());
        }
        return new Source(table.toLowerCase(Locale.ROOT), alias.toLowerCase(Locale.ROOT), left, on);
    }

    private List<SortKey> sortKeys() {
        expect("by");
        List<SortKey> keys = new ArrayList<>();
        do {
            Expression value = expression();
            boolean descending = take("desc");
            if (!descending) {
                take("asc");
            }
            keys.add(new SortKey(value, descending));
        } while (take(","));
        return keys;
    }

    private int fetchFirst() {
        if (!take("fetch")) {
            return -1;
        }
        if (!take("first")) {
            expect("next");
        }
        int rows = Integer.parseInt(next(Kind.NUMBER));
        if (!take("rows")) {
            expect("row");
        }
        expect("only");
        return rows;
    }

    private Condition condition() {
        List<Condition> any = new ArrayList<>();
        do {
            any.add(conjunction());
        } while (take("or"));
        return any.size() == 1 ? any.get(0) : new Or(List.copyOf(any));
    }

    private Condition conjunction() {
        List<Condition> all = new ArrayList<>();
        do {
            all.add(simple());
        } while (take("and"));
        return all.size() == 1 ? all.get(0) : new And(List.copyOf(all));
    }

    private Condition simple() {
        if (take("not")) {
            return new Not(simple());
        }
        if (peek().is("(")) {
            int start = at;
            int bound = parameters;
            try {
                take("(");
                Condition inner = condition();
                expect(")");
                return inner;
            } catch (Refusal notACondition) {
                at = start;
                parameters = bound;
            }
        }
        return predicate(expression());
    }

    private Condition predicate(Expression left) {
        if (take("is")) {
            boolean negated = take("not");
            expect("null");
            return new IsNull(left, negated);
        }
        boolean negated = take("not");
        if (take("in")) {
            return new In(left, list(), negated);
        }
        if (take("like")) {
            return new Like(left, expression(), negated);
        }
        if (take("between")) {
            Expression low = expression();
            expect("and");
            Condition both = new And(List.of(new Compare(">=", left, low), new Compare("<=", left, expression())));
            return negated ? new Not(both) : both;
        }
        for (String sign : List.of("=", "<>", "!=", "<=", ">=", "<", ">")) {
            if (!negated && take(sign)) {
                return new Compare(sign.equals("!=") ? "<>" : sign, left, expression());
            }
        }
        throw unexpected();
    }

    private List<Expression> list() {
        expect("(");
        List<Expression> values = new ArrayList<>();
        do {
            values.add(expression());
        } while (take(","));
        expect(")");
        if (values.size() > MAX_LIST) {
            throw Refusal.invalidParameter("Invalid search query. An IN list takes at most " + MAX_LIST + " values.");
        }
        return values;
    }

    private Expression expression() {
        Expression left = product();
        while (peek().is("+") || peek().is("-") || peek().is("||")) {
            left = new Arithmetic(advance().text(), left, product());
        }
        return left;
    }

    private Expression product() {
        Expression left = primary();
        while (peek().is("*") || peek().is("/")) {
            left = new Arithmetic(advance().text(), left, primary());
        }
        return left;
    }

    private Expression primary() {
        if (take("?")) {
            return new Parameter(parameters++);
        }
        if (take("-")) {
            return new Arithmetic("-", new Literal(BigDecimal.ZERO), primary());
        }
        if (take("(")) {
            Expression inner = expression();
            expect(")");
            return inner;
        }
        return switch (peek().kind()) {
            case TEXT -> new Literal(advance().text());
            case NUMBER -> new Literal(new BigDecimal(advance().text()));
            case WORD -> named();
            default -> throw unexpected();
        };
    }

    private Expression named() {
        if (take("null")) {
            return new Literal(null);
        }
        String first = word();
        String second = take(".") ? word() : "";
        if (take("(")) {
            return call(second.isEmpty() ? first : first + "." + second);
        }
        return second.isEmpty()
                ? new Column("", first.toLowerCase(Locale.ROOT))
                : new Column(first.toLowerCase(Locale.ROOT), second.toLowerCase(Locale.ROOT));
    }

    private Expression call(String function) {
        List<Expression> arguments = new ArrayList<>();
        if (take("*")) {
            expect(")");
        } else if (!take(")")) {
            do {
                arguments.add(expression());
            } while (take(","));
            expect(")");
        }
        return new Call(function.toUpperCase(Locale.ROOT), arguments);
    }

    private Token peek() {
        return tokens.get(at);
    }

    private Token advance() {
        return tokens.get(at++);
    }

    private boolean take(String word) {
        if (peek().is(word)) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(String word) {
        if (!take(word)) {
            throw unexpected();
        }
    }

    private String word() {
        return next(Kind.WORD);
    }

    private String next(Kind kind) {
        if (peek().kind() != kind) {
            throw unexpected();
        }
        return advance().text();
    }

    private Refusal unexpected() {
        String found = peek().kind() == Kind.END ? "the end" : "'" + peek().text() + "'";
        return Refusal.invalidParameter("Invalid search query. Unexpected " + found + " in the statement.");
    }
}
