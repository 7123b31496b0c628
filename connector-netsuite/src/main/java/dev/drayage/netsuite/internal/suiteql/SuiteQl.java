package dev.drayage.netsuite.internal.suiteql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/**
 * A query from a resource file beside the class that asks it. Values are bound ({@code ?}); only names of custom fields and
 * the number of bound values are filled in, where the file says {@code {name}}. Immutable.
 */
public final class SuiteQl {
    private final String text;

    private SuiteQl(String text) {
        this.text = text;
    }

    /** The query in {@code name.suiteql} of the package of {@code home}. */
    public static SuiteQl of(Class<?> home, String name) {
        try (InputStream in = home.getResourceAsStream(name + ".suiteql")) {
            if (in == null) {
                throw new IllegalStateException("query " + name + " is missing beside " + home.getName());
            }
            return new SuiteQl(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceAll("\\s+", " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the name of a field at {@code {hole}}. */
    public SuiteQl field(String hole, String name) {
        return filled(hole, FieldName.of(name));
    }

    /** With so many bound values at {@code {hole}}. */
    public SuiteQl values(String hole, int count) {
        return filled(hole, String.join(", ", Collections.nCopies(count, "?")));
    }

    /** With a number of rows at {@code {hole}}. */
    public SuiteQl rows(String hole, int count) {
        return filled(hole, Integer.toString(count));
    }

    /** With further conditions on fields of {@code alias} at {@code {hole}}, each {@code AND alias.field IN (?, ...)}. */
    public SuiteQl conditions(String hole, String alias, List<FieldCondition> conditions) {
        StringBuilder all = new StringBuilder();
        for (FieldCondition condition : conditions) {
            all.append(" AND ")
                    .append(FieldName.of(alias))
                    .append('.')
                    .append(FieldName.of(condition.field()))
                    .append(" IN (")
                    .append(String.join(
                            ", ", Collections.nCopies(condition.values().size(), "?")))
                    .append(')');
        }
        return filled(hole, all.toString());
    }

    private SuiteQl filled(String hole, String with) {
        String mark = "{" + hole + "}";
        if (!text.contains(mark)) {
            throw new IllegalArgumentException("query has no " + mark);
        }
        return new SuiteQl(text.replace(mark, with));
    }

    /** The query's text, every hole filled. */
    String text() {
        if (text.indexOf('{') >= 0) {
            throw new IllegalStateException("query has an open hole: " + text);
        }
        return text;
    }
}
