package dev.drayage.testkit.shopify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import graphql.schema.DataFetchingEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A page of a list by keyset: a cursor names the sort value and the id of a row, so rows that come or go meanwhile
 * shift nothing. Stateless.
 */
final class Connection {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Comparator<Row> ORDER =
            Comparator.comparing(Row::sortValue).thenComparingLong(Row::id);

    /** A row: what it is sorted by, as text that sorts alike, its number, and the object. */
    record Row(String sortValue, long id, Shape.Field node) {}

    private Connection() {}

    /** A list in its own order, such as the lines of an order. */
    static <T> Shape.Field of(List<T> all, ToLongFunction<T> id, Function<T, Shape> shape) {
        return asked -> {
            List<Row> rows = new ArrayList<>();
            for (int n = 0; n < all.size(); n++) {
                T each = all.get(n);
                rows.add(new Row(padded(n), id.applyAsLong(each), a -> shape.apply(each)));
            }
            return page(asked, rows, false);
        };
    }

    static <T extends Entity> Shape.Field of(List<T> all, Function<T, Shape> shape) {
        return of(all, Entity::number, shape);
    }

    static String padded(long number) {
        return String.format("%019d", number);
    }

    static Shape page(DataFetchingEnvironment asked, List<Row> all, boolean reverse) {
        Args args = new Args(asked.getArguments());
        Integer first = args.integer("first").orElse(null);
        Integer last = args.integer("last").orElse(null);
        if (first == null && last == null) {
            throw ApiError.badRequest("you must provide one of first or last");
        }
        int size = first != null ? first : last == null ? 0 : last;
        if (size < 0 || size > 250) {
            throw ApiError.badRequest("first and last cannot exceed 250");
        }
        Comparator<Row> order = reverse ? ORDER.reversed() : ORDER;
        List<Row> rows = new ArrayList<>(all);
        rows.sort(order);
        int from = 0;
        int to = rows.size();
        Row after = args.maybe("after").map(Connection::row).orElse(null);
        Row before = args.maybe("before").map(Connection::row).orElse(null);
        while (after != null && from < to && order.compare(rows.get(from), after) <= 0) {
            from++;
        }
        while (before != null && to > from && order.compare(rows.get(to - 1), before) >= 0) {
            to--;
        }
        int start = first != null ? from : Math.max(from, to - size);
        int end = first != null ? Math.min(to, from + size) : to;
        List<Row> page = rows.subList(start, end);
        return shape(asked, page, end < rows.size(), start > 0);
    }

    private static Shape shape(DataFetchingEnvironment asked, List<Row> page, boolean next, boolean previous) {
        List<Object> nodes = new ArrayList<>();
        List<Shape> edges = new ArrayList<>();
        for (Row row : page) {
            Object node = row.node().at(asked);
            if (node != null) {
                nodes.add(node);
                edges.add(Shape.of("Edge").put("node", node).put("cursor", cursor(row)));
            }
        }
        Shape info = Shape.of("PageInfo")
                .put("hasNextPage", next)
                .put("hasPreviousPage", previous)
                .put("startCursor", page.isEmpty() ? null : cursor(page.get(0)))
                .put("endCursor", page.isEmpty() ? null : cursor(page.get(page.size() - 1)));
        return Shape.of("Connection").put("nodes", nodes).put("edges", edges).put("pageInfo", info);
    }

    private static String cursor(Row row) {
        try {
            return Base64.getEncoder()
                    .encodeToString(JSON.writeValueAsBytes(Map.of("last_id", row.id(), "last_value", row.sortValue())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(String cursor) {
        try {
            JsonNode json = JSON.readTree(Base64.getDecoder().decode(cursor));
            return new Row(
                    json.path("last_value").asText(), json.path("last_id").asLong(), a -> null);
        } catch (IOException | IllegalArgumentException e) {
            throw new ApiError("BAD_REQUEST", "Invalid cursor for current pagination sort.", Map.of());
        }
    }
}
