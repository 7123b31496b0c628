package dev.drayage.amazon.internal.orders;

/** By which instant {@code searchOrders} looks for orders; exactly one of both may be named. */
enum SearchBasis {
    /** That of the last change: what a sync reads by. */
    LAST_UPDATED("lastUpdated", "1"),
    /** That of the creation: each order lies in one window for ever, whatever changes of it. */
    CREATED("created", "c1");

    private final String instant;

    /** How cursors of it begin, so that none is taken for one of the other. */
    final String version;

    SearchBasis(String instant, String version) {
        this.instant = instant;
        this.version = version;
    }

    /** The parameter of the first instant. */
    String after() {
        return instant + "After";
    }

    /** The parameter of the last instant, and the member that answers it. */
    String before() {
        return instant + "Before";
    }
}
