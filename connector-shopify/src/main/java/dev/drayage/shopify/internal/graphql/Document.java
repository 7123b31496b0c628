package dev.drayage.shopify.internal.graphql;

import dev.drayage.shopify.internal.graphql.Selection.Field;
import java.util.Map;
import java.util.OptionalInt;

/**
 * One query or mutation as it is sent: text that stands in this library, with variables for everything that varies. Two
 * documents are equal if their text is. Immutable.
 */
public final class Document {
    /** The variable that says how many nodes a page holds; its default is the largest page that the document allows. */
    public static final String PAGE_SIZE = "first";

    private static final String IDEMPOTENT = "idempotent";

    private final String area;
    private final String text;
    private final Operation operation;
    private final Field root;

    private Document(String area, String text, Operation operation, Field root) {
        this.area = area;
        this.text = text;
        this.operation = operation;
        this.root = root;
    }

    /**
     * A document with all its fragments.
     *
     * @param area what it is about: the folder it lies in
     * @param text the text as it is sent
     * @throws IllegalArgumentException if it is not one named operation with one root field
     */
    public static Document of(String area, String text) {
        Operation operation = DocumentReader.read(text);
        if (operation.name().isEmpty()
                || operation.selections().size() != 1
                || !(operation.selections().get(0) instanceof Field root)) {
            throw new IllegalArgumentException("a document is one named operation with one root field: " + area);
        }
        return new Document(area, text, operation, root);
    }

    /** What it is about, such as {@code orders}. */
    public String area() {
        return area;
    }

    /** Name of the operation: in logs, in errors and on the wire. */
    public String name() {
        return operation.name();
    }

    /** The text as it is sent. */
    public String text() {
        return text;
    }

    /** What the answer calls the root field. */
    public String root() {
        return root.key();
    }

    /** Whether it may change something. */
    public boolean isMutation() {
        return operation.kind() == Operation.Kind.MUTATION;
    }

    /** Whether it carries an idempotency key: sent again with the same key and the same input it changes nothing. */
    public boolean isIdempotent() {
        return root.directives().contains(IDEMPOTENT);
    }

    /** The largest page it may ask for without passing the price limit of one query; empty if it has no pages. */
    public OptionalInt largestPage() {
        return operation.variables().stream()
                .filter(variable -> variable.name().equals(PAGE_SIZE)
                        && !variable.fallback().isEmpty())
                .mapToInt(variable -> Integer.parseInt(variable.fallback()))
                .findFirst();
    }

    /** Points that Shopify will probably ask for, with these whole numbers among the variables. */
    public int estimate(CostEstimator estimator, Map<String, Integer> sizes) {
        return estimator.estimate(operation, sizes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Document that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return area + "/" + name();
    }
}
