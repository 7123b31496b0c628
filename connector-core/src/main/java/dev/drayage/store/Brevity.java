package dev.drayage.store;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Keeps a target's long-winded answer from failing a commit: what is only read by people is cut, never refused. */
final class Brevity {
    private static final int LONGEST = 2_000;

    private Brevity() {}

    static <T> List<T> cut(List<T> entries, Function<T, String> text, UnaryOperator<T> shorter) {
        return entries.stream()
                .map(entry -> text.apply(entry).length() > LONGEST ? shorter.apply(entry) : entry)
                .toList();
    }

    /** The first 2,000 characters; not half of a surrogate pair. */
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }
}
