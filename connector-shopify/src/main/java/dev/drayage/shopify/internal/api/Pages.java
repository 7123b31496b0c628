package dev.drayage.shopify.internal.api;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.graphql.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows a connection to its end: the nodes that came with a record, then page after page by a document of their own. What is
 * read in several calls may change between them; where the pages tell the record's change instant, a change is noticed and
 * nothing is given, so that no record is put together from two states. Thread-safe.
 */
public final class Pages {
    /** Nodes of one connection; nobody sells an order with more lines. */
    private static final int MOST = 25_000;

    private static final String CHANGED = "updatedAt";

    private final ShopifyApi api;

    /** Pages of one shop. */
    public Pages(ShopifyApi api) {
        this.api = api;
    }

    /** The nodes of one page. */
    public static List<JsonValue> nodes(JsonValue connection) {
        return connection.requiredElements("nodes");
    }

    /** The cursor behind a page; empty if it is the last one. */
    public static Optional<String> next(JsonValue connection) {
        JsonValue info = connection.required("pageInfo");
        return info.required("hasNextPage").flag().orElse(false)
                ? Optional.of(info.requiredText("endCursor"))
                : Optional.empty();
    }

    /**
     * All nodes of a connection.
     *
     * @param owner the record as it was read, with the first page of the connection
     * @param connection name of the connection, in the record and in the document
     * @param document reads the record with one more page; takes {@code id} and {@code after}
     * @return the nodes in order; empty if the record changed or went meanwhile and is to be read anew
     * @throws UnavailableException if the connection does not end
     */
    public Optional<List<JsonValue>> all(JsonValue owner, String connection, Document document, CallContext call) {
        JsonValue page = owner.required(connection);
        List<JsonValue> nodes = new ArrayList<>(nodes(page));
        PageTrail trail = new PageTrail(connection);
        Optional<String> next = trail.next(page);
        while (next.isPresent()) {
            if (nodes.size() > MOST) {
                throw new UnavailableException(
                        ErrorCode.ANSWER_MALFORMED,
                        document.name() + ": the pages of " + connection + " do not end after " + nodes.size()
                                + " nodes");
            }
            JsonValue again = api.execute(
                            document, Variables.id(owner.requiredText("id")).with("after", next.get()), call)
                    .root();
            if (!again.isPresent() || changed(owner, again)) {
                return Optional.empty();
            }
            page = again.required(connection);
            nodes.addAll(nodes(page));
            next = trail.next(page);
        }
        if (nodes.stream().flatMap(node -> node.text("id").stream()).distinct().count()
                < nodes.stream().flatMap(node -> node.text("id").stream()).count()) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED,
                    document.name() + ": a member of " + connection + " stands there twice");
        }
        return Optional.of(List.copyOf(nodes));
    }

    private static boolean changed(JsonValue owner, JsonValue again) {
        Optional<String> before = owner.text(CHANGED);
        Optional<String> after = again.text(CHANGED);
        return before.isPresent() && after.isPresent() && !before.equals(after);
    }
}
