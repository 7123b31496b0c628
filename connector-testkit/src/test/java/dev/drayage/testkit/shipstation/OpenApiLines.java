package dev.drayage.testkit.shipstation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The vendor's OpenAPI text, read line by line: its indentation is regular, and names of fields and allowed values are
 * all that is wanted of it.
 */
final class OpenApiLines {
    private static final Pattern FIELD = Pattern.compile("^ {8}([a-z_0-9]+):.*");
    private static final Pattern VALUE = Pattern.compile("^ {8}- '?([a-z_0-9]+)'?$");

    private final List<String> lines;

    private OpenApiLines(List<String> lines) {
        this.lines = lines;
    }

    static OpenApiLines read(Path file) {
        try {
            return new OpenApiLines(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fields of schemas taken together. */
    Set<String> fields(String... schemas) {
        Set<String> names = new TreeSet<>();
        Arrays.stream(schemas).forEach(schema -> names.addAll(under(schema, "      properties:", FIELD)));
        return names;
    }

    /** Allowed values of a schema. */
    Set<String> values(String schema) {
        return under(schema, "      enum:", VALUE);
    }

    private Set<String> under(String schema, String section, Pattern wanted) {
        Set<String> names = new TreeSet<>();
        boolean inSection = false;
        for (String line : lines.subList(lines.indexOf("    " + schema + ":") + 1, lines.size())) {
            if (line.matches("^ {4}\\S.*")) {
                break;
            }
            if (line.matches("^ {6}\\S.*")) {
                inSection = line.equals(section);
            }
            Matcher matcher = wanted.matcher(line);
            if (inSection && matcher.matches()) {
                names.add(matcher.group(1));
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException("nothing under " + schema + section);
        }
        return names;
    }
}
