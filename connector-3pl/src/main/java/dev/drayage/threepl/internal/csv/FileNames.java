package dev.drayage.threepl.internal.csv;

import java.util.List;
import java.util.regex.Pattern;

/** Names of files by patterns in which {@code *} stands for any text and {@code ?} for one character. Immutable. */
final class FileNames {
    private final List<Pattern> patterns;

    FileNames(List<String> globs) {
        this.patterns = globs.stream().map(FileNames::pattern).toList();
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            regex.append(
                    switch (c) {
                        case '*' -> ".*";
                        case '?' -> ".";
                        default -> Pattern.quote(String.valueOf(c));
                    });
        }
        return Pattern.compile(regex.toString());
    }

    boolean contain(String name) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
    }
}
