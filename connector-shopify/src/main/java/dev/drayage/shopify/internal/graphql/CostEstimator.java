package dev.drayage.shopify.internal.graphql;

import dev.drayage.shopify.internal.graphql.Selection.Field;
import dev.drayage.shopify.internal.graphql.Selection.Inline;
import dev.drayage.shopify.internal.graphql.Selection.Spread;
import dev.drayage.shopify.internal.graphql.Shapes.Shape;
import dev.drayage.shopify.internal.graphql.Shapes.Weight;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Shopify will ask for a document, in points, before it is sent for the first time. Shopify does not document the
 * formula; this one was fitted to recorded answers and meets nearly all of them: a plain value is free, an object costs 1, a
 * connection 2 and for its nodes as many times {@code 1 + node} as the doubled logarithm of the page size says, a mutation
 * 10 (refunds and captures 20). Thread-safe.
 */
public final class CostEstimator {
    private static final int MUTATION = 10;
    private static final int DEAR_MUTATION = 20;
    private static final int COUNT_OF_ROOT = 10;
    private static final Set<String> DEAR = Set.of("refundCreate", "orderCapture", "productCreateMedia", "fileCreate");

    private final Shapes shapes;

    /** An estimator that knows the schema by {@code shapes}. */
    public CostEstimator(Shapes shapes) {
        this.shapes = shapes;
    }

    /** An estimator for our own documents. */
    public static CostEstimator ofDocuments() {
        return new CostEstimator(new DocumentShapes());
    }

    /**
     * Points that Shopify will ask for.
     *
     * @param operation the document
     * @param sizes whole numbers among the variables, by name
     */
    public int estimate(Operation operation, Map<String, Integer> sizes) {
        Map<String, Integer> known = new HashMap<>();
        operation.variables().forEach(variable -> {
            if (variable.fallback().matches("[0-9]+")) {
                known.put(variable.name(), Integer.valueOf(variable.fallback()));
            }
        });
        known.putAll(sizes);
        return new Sum(operation, known).root();
    }

    /** One estimate. */
    private final class Sum {
        private final Operation operation;
        private final Map<String, Integer> sizes;

        Sum(Operation operation, Map<String, Integer> sizes) {
            this.operation = operation;
            this.sizes = sizes;
        }

        int root() {
            String type = shapes.root(operation.kind());
            Place place = place(type, operation.selections());
            int sum = 0;
            for (Field field : place.fields.values()) {
                sum += operation.kind() == Operation.Kind.MUTATION ? mutation(type, field) : query(type, field);
            }
            return sum;
        }

        private int query(String root, Field field) {
            return field.name().endsWith("Count") ? COUNT_OF_ROOT : cost(root, field);
        }

        private int mutation(String root, Field field) {
            String payload = shape(root, field).type();
            int sum = DEAR.contains(field.name()) ? DEAR_MUTATION : MUTATION;
            for (Field part : place(payload, field.selections()).fields.values()) {
                if (part.name().endsWith("serErrors")) {
                    continue;
                }
                Shape shape = shape(payload, part);
                sum += shape.weight() == Weight.OBJECT ? of(shape.type(), part.selections()) : cost(payload, part);
            }
            return sum;
        }

        private int cost(String parent, Field field) {
            Shape shape = shape(parent, field);
            return switch (shape.weight()) {
                case FREE -> 0;
                case OBJECT -> 1 + of(shape.type(), field.selections());
                case CONNECTION -> connection(shape.type(), field);
            };
        }

        private int connection(String nodes, Field field) {
            List<Selection> node = new ArrayList<>();
            for (Field part : place("", field.selections()).fields.values()) {
                if (part.name().equals("nodes")) {
                    node.addAll(part.selections());
                } else if (part.name().equals("edges")) {
                    place("", part.selections()).fields.values().stream()
                            .filter(edge -> edge.name().equals("node"))
                            .forEach(edge -> node.addAll(edge.selections()));
                }
            }
            return 2 + times(size(field)) * (1 + of(nodes, node));
        }

        private int size(Field field) {
            String text =
                    field.arguments().getOrDefault("first", field.arguments().getOrDefault("last", "1"));
            if (text.startsWith("$")) {
                return sizes.getOrDefault(text.substring(1), 1);
            }
            return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 1;
        }

        private int of(String type, List<Selection> selections) {
            Place place = place(type, selections);
            int sum = 0;
            for (Field field : place.fields.values()) {
                sum += cost(type, field);
            }
            int dearest = 0;
            for (Map.Entry<String, List<Selection>> branch : place.branches.entrySet()) {
                dearest = Math.max(dearest, of(branch.getKey(), branch.getValue()));
            }
            return sum + dearest;
        }

        private Shape shape(String parent, Field field) {
            return shapes.of(parent, field, place("", field.selections()).fields.keySet());
        }

        /** Fields that hold for every value, the same one merged; branches apart. */
        private Place place(String type, List<Selection> selections) {
            Place place = new Place();
            gather(type, selections, place);
            return place;
        }

        private void gather(String type, List<Selection> selections, Place place) {
            for (Selection selection : selections) {
                if (selection instanceof Field field) {
                    place.add(field);
                } else if (selection instanceof Spread spread) {
                    Operation.Fragment fragment = operation.fragment(spread.fragment());
                    branchOrPart(type, fragment.type(), false, fragment.selections(), place);
                } else if (selection instanceof Inline inline) {
                    branchOrPart(type, inline.type().orElse(type), true, inline.selections(), place);
                }
            }
        }

        private void branchOrPart(
                String type, String condition, boolean inline, List<Selection> selections, Place place) {
            if (shapes.isBranch(type, condition, inline)) {
                place.branches
                        .computeIfAbsent(condition, key -> new ArrayList<>())
                        .addAll(selections);
            } else {
                gather(type, selections, place);
            }
        }
    }

    private static int times(int size) {
        return Math.max(1, (int) Math.floor(2 * Math.log(size)));
    }

    /** What is asked at one place. */
    private static final class Place {
        private final Map<String, Field> fields = new LinkedHashMap<>();
        private final Map<String, List<Selection>> branches = new LinkedHashMap<>();

        void add(Field field) {
            fields.merge(field.key(), field, (one, other) -> {
                List<Selection> both = new ArrayList<>(one.selections());
                both.addAll(other.selections());
                return new Field(one.key(), one.name(), one.arguments(), one.directives(), both);
            });
        }
    }
}
