package dev.drayage.shopify.internal.graphql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of a document, without white space, commas and comments. Confined to one thread. */
final class Tokens {
    private static final Pattern NEXT = Pattern.compile("(?<skip>[\\s,\\uFEFF]+|#[^\\n\\r]*)"
            + "|(?<token>\\.\\.\\.|\"\"\"(?s:.*?)\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\""
            + "|-?[0-9][0-9.eE+-]*|[A-Za-z_][A-Za-z0-9_]*|[{}()\\[\\]:$!=@|&])");

    private final List<String> words;
    private int at;

    private Tokens(List<String> words) {
        this.words = words;
    }

    static Tokens of(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = NEXT.matcher(text);
        int from = 0;
        while (from < text.length()) {
            if (!matcher.find(from) || matcher.start() != from) {
                throw new IllegalArgumentException("the document cannot be read at position " + from);
            }
            if (matcher.group("token") != null) {
                words.add(matcher.group("token"));
            }
            from = matcher.end();
        }
        return new Tokens(words);
    }

    boolean atEnd() {
        return at >= words.size();
    }

    String peek() {
        return atEnd() ? "" : words.get(at);
    }

    String next() {
        if (atEnd()) {
            throw new IllegalArgumentException("the document ends too early");
        }
        return words.get(at++);
    }

    /** Takes the next word if it is the given one. */
    boolean skip(String word) {
        boolean found = peek().equals(word);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String word) {
        String found = next();
        if (!found.equals(word)) {
            throw new IllegalArgumentException("the document has " + found + " where " + word + " belongs");
        }
    }
}
