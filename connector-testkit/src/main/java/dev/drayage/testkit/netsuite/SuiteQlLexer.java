package dev.drayage.testkit.netsuite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a query into words, numbers, texts and signs. */
final class SuiteQlLexer {
    private SuiteQlLexer() {}

    /** What a token is. */
    enum Kind {
        WORD,
        NUMBER,
        TEXT,
        SIGN,
        END
    }

    /** One token; words are as written, {@link #is} compares without case. */
    record Token(Kind kind, String text) {
        boolean is(String word) {
            return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(word);
        }

        String lower() {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    static List<Token> cut(String query) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < query.length()) {
            char c = query.charAt(at);
            int end = at + 1;
            if (Character.isWhitespace(c)) {
                at = end;
                continue;
            }
            if (c == '-' && query.startsWith("--", at)) {
                int line = query.indexOf('\n', at);
                at = line < 0 ? query.length() : line;
                continue;
            }
            if (c == '\'') {
                end = endOfText(query, at);
                tokens.add(new Token(Kind.TEXT, query.substring(at + 1, end - 1).replace("''", "'")));
            } else if (Character.isLetter(c) || c == '_') {
                while (end < query.length() && isWordPart(query.charAt(end))) {
                    end++;
                }
                tokens.add(new Token(Kind.WORD, query.substring(at, end)));
            } else if (Character.isDigit(c)) {
                while (end < query.length() && (Character.isDigit(query.charAt(end)) || query.charAt(end) == '.')) {
                    end++;
                }
                tokens.add(new Token(Kind.NUMBER, query.substring(at, end)));
            } else {
                String two = query.substring(at, Math.min(at + 2, query.length()));
                if (List.of("<>", "<=", ">=", "!=", "||").contains(two)) {
                    end = at + 2;
                } else if ("=<>(),.*?+-/".indexOf(c) < 0) {
                    throw Refusal.invalidParameter("Invalid search query. Unexpected character: " + c);
                }
                tokens.add(new Token(Kind.SIGN, query.substring(at, end)));
            }
            at = end;
        }
        tokens.add(new Token(Kind.END, ""));
        return tokens;
    }

    private static int endOfText(String query, int start) {
        int at = start + 1;
        while (at < query.length()) {
            if (query.charAt(at) == '\'') {
                if (at + 1 < query.length() && query.charAt(at + 1) == '\'') {
                    at++;
                } else {
                    return at + 1;
                }
            }
            at++;
        }
        throw Refusal.invalidParameter("Invalid search query. A text literal is not closed.");
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '$';
    }
}
