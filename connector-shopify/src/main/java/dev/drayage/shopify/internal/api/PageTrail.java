package dev.drayage.shopify.internal.api;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The pages of one list that were read: one that leads back to an earlier page, or goes on and on, is refused. Used by one thread. */
public final class PageTrail {
    private static final int MOST = 1_000;

    private final String list;
    private final Set<String> cursors = new HashSet<>();

    /** A trail at its beginning; {@code list} is what messages call it. */
    public PageTrail(String list) {
        this.list = list;
    }

    /**
     * The cursor behind a page; empty if it is the last one.
     *
     * @throws UnavailableException if the list does not end
     */
    public Optional<String> next(JsonValue page) {
        Optional<String> next = Pages.next(page);
        if (next.isPresent() && (!cursors.add(next.get()) || cursors.size() > MOST)) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED,
                    "the pages of " + list + " do not end: after " + cursors.size()
                            + " pages another one is announced");
        }
        return next;
    }
}
