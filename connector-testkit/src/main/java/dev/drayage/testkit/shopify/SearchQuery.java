package dev.drayage.testkit.shopify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A filter text such as {@code updated_at:>='2026-11-20T00:00:00Z' test:false}. Terms side by side must all hold;
 * {@code OR}, {@code NOT}, a leading minus and brackets are understood. Immutable.
 */
final class SearchQuery {
    /** A node of the parsed filter. */
    sealed interface Node permits All, Any, Not, Term {}

    record All(List<Node> parts) implements Node {}

    record Any(List<Node> parts) implements Node {}

    record Not(Node part) implements Node {}

    /** One comparison; {@code field} is empty for a bare word, {@code operator} is one of {@code = > >= < <=}. */
    record Term(String field, String operator, String value, boolean quoted) implements Node {}

    private final String text;
    private int at;

    private SearchQuery(String text) {
        this.text = text;
    }

    static Node parse(String text) {
        return new SearchQuery(text).any();
    }

    private Node any() {
        List<Node> parts = new ArrayList<>(List.of(all()));
        while (word("OR")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Any(parts);
    }

    private Node all() {
        List<Node> parts = new ArrayList<>();
        while (true) {
            blanks();
            if (at >= text.length() || text.charAt(at) == ')' || ahead("OR")) {
                return parts.size() == 1 ? parts.get(0) : new All(parts);
            }
            if (!word("AND")) {
                parts.add(one());
            }
        }
    }

    private Node one() {
        if (word("NOT")) {
            blanks();
            return new Not(one());
        }
        char c = text.charAt(at);
        if (c == '-') {
            at++;
            return new Not(one());
        }
        if (c == '(') {
            at++;
            Node inner = any();
            blanks();
            if (at < text.length()) {
                at++;
            }
            return inner;
        }
        return term();
    }

    private Term term() {
        if (text.charAt(at) == '\'' || text.charAt(at) == '"') {
            return new Term("", "=", quoted(), true);
        }
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "_.-#".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String field = text.substring(start, at);
        if (at >= text.length() || text.charAt(at) != ':') {
            return new Term("", "=", field + rest(), false);
        }
        at++;
        String operator = "=";
        if (at < text.length() && (text.charAt(at) == '>' || text.charAt(at) == '<')) {
            operator = text.substring(at, at + 1);
            at++;
            if (at < text.length() && text.charAt(at) == '=') {
                operator += "=";
                at++;
            }
        }
        boolean quoted = at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
        return new Term(field.toLowerCase(Locale.ROOT), operator, quoted ? quoted() : rest(), quoted);
    }

    private String quoted() {
        char mark = text.charAt(at++);
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != mark) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        at++;
        return value.toString();
    }

    private String rest() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != ')') {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) {
                at++;
            }
            value.append(text.charAt(at++));
        }
        if (value.isEmpty() && at < text.length() && text.charAt(at) != ')') {
            at++;
        }
        return value.toString();
    }

    private boolean word(String word) {
        blanks();
        if (ahead(word)) {
            at += word.length();
            return true;
        }
        return false;
    }

    private boolean ahead(String word) {
        int end = at + word.length();
        return text.startsWith(word, at) && end < text.length() && Character.isWhitespace(text.charAt(end));
    }

    private void blanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }
}
