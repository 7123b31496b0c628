package dev.drayage.shopify.internal.graphql;

import dev.drayage.shopify.internal.graphql.Operation.Fragment;
import dev.drayage.shopify.internal.graphql.Operation.Kind;
import dev.drayage.shopify.internal.graphql.Operation.Variable;
import dev.drayage.shopify.internal.graphql.Selection.Field;
import dev.drayage.shopify.internal.graphql.Selection.Inline;
import dev.drayage.shopify.internal.graphql.Selection.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes the text of a document apart: one query or mutation and its fragments. Checks the grammar only as far as it needs;
 * a test holds our documents against Shopify's own schemas. Confined to one thread.
 */
final class DocumentReader {
    private final Tokens tokens;
    private final Map<String, Fragment> fragments = new LinkedHashMap<>();
    private Kind kind = Kind.QUERY;
    private String name = "";
    private List<Variable> variables = List.of();
    private List<Selection> selections = List.of();

    private DocumentReader(String text) {
        tokens = Tokens.of(text);
    }

    /**
     * Reads a document.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Operation read(String text) {
        return new DocumentReader(text).document();
    }

    private Operation document() {
        while (!tokens.atEnd()) {
            definition();
        }
        if (selections.isEmpty()) {
            throw new IllegalArgumentException("the document has no operation");
        }
        return new Operation(kind, name, variables, selections, fragments);
    }

    private void definition() {
        if (tokens.skip("fragment")) {
            String fragment = tokens.next();
            tokens.expect("on");
            fragments.put(fragment, new Fragment(tokens.next(), selections()));
            return;
        }
        if (!selections.isEmpty()) {
            throw new IllegalArgumentException("the document has more than one operation");
        }
        if (tokens.skip("mutation")) {
            kind = Kind.MUTATION;
        } else if (!tokens.peek().equals("{")) {
            tokens.expect("query");
        }
        if (!tokens.peek().equals("{")) {
            heading();
        }
        selections = selections();
    }

    private void heading() {
        if (!tokens.peek().equals("(") && !tokens.peek().equals("@")) {
            name = tokens.next();
        }
        if (tokens.skip("(")) {
            variables = variables();
        }
        directives();
    }

    private List<Variable> variables() {
        List<Variable> found = new ArrayList<>();
        while (!tokens.skip(")")) {
            tokens.expect("$");
            String variable = tokens.next();
            tokens.expect(":");
            String type = type();
            found.add(new Variable(variable, type, tokens.skip("=") ? value() : ""));
            directives();
        }
        return found;
    }

    private String type() {
        StringBuilder type = new StringBuilder();
        if (tokens.skip("[")) {
            type.append('[').append(type()).append(']');
            tokens.expect("]");
        } else {
            type.append(tokens.next());
        }
        return type.append(tokens.skip("!") ? "!" : "").toString();
    }

    private List<Selection> selections() {
        tokens.expect("{");
        List<Selection> found = new ArrayList<>();
        while (!tokens.skip("}")) {
            found.add(tokens.skip("...") ? fragment() : field());
        }
        return found;
    }

    private Selection fragment() {
        if (tokens.skip("on")) {
            String type = tokens.next();
            directives();
            return new Inline(Optional.of(type), selections());
        }
        if (tokens.peek().equals("{") || tokens.peek().equals("@")) {
            directives();
            return new Inline(Optional.empty(), selections());
        }
        Spread spread = new Spread(tokens.next());
        directives();
        return spread;
    }

    private Selection field() {
        String key = tokens.next();
        String called = tokens.skip(":") ? tokens.next() : key;
        Map<String, String> arguments = arguments();
        Set<String> directives = directives();
        return new Field(key, called, arguments, directives, tokens.peek().equals("{") ? selections() : List.of());
    }

    private Map<String, String> arguments() {
        Map<String, String> found = new LinkedHashMap<>();
        if (tokens.skip("(")) {
            while (!tokens.skip(")")) {
                String argument = tokens.next();
                tokens.expect(":");
                found.put(argument, value());
            }
        }
        return found;
    }

    private Set<String> directives() {
        Set<String> found = new LinkedHashSet<>();
        while (tokens.skip("@")) {
            found.add(tokens.next());
            arguments();
        }
        return found;
    }

    private String value() {
        String word = tokens.next();
        return switch (word) {
            case "$" -> "$" + tokens.next();
            case "[" -> "[" + until("]") + "]";
            case "{" -> "{" + until("}") + "}";
            default -> word;
        };
    }

    private String until(String end) {
        StringBuilder text = new StringBuilder();
        while (!tokens.skip(end)) {
            text.append(text.length() == 0 ? "" : " ");
            if (tokens.peek().equals(":")) {
                text.append(tokens.next());
            } else {
                text.append(value());
            }
        }
        return text.toString();
    }
}
