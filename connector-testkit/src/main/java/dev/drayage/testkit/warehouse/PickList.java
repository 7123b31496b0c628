package dev.drayage.testkit.warehouse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** What one shipment takes of an order, and how it is packed. Immutable. */
public final class PickList {
    private final boolean everything;
    private final Map<String, Integer> pieces;
    private final Remainder rest;
    private final int cartons;
    private final boolean dividesALine;

    private PickList(
            boolean everything, Map<String, Integer> pieces, Remainder rest, int cartons, boolean dividesALine) {
        this.everything = everything;
        this.pieces = pieces;
        this.rest = rest;
        this.cartons = cartons;
        this.dividesALine = dividesALine;
    }

    /** All that is open and on the shelves, in one carton; what is not there is back-ordered. */
    public static PickList everything() {
        return new PickList(true, Map.of(), Remainder.BACKORDERED, 1, false);
    }

    /** Nothing of any line, until {@link #take} says otherwise; the rest is back-ordered. */
    public static PickList nothing() {
        return new PickList(false, Map.of(), Remainder.BACKORDERED, 1, false);
    }

    /** Takes so many pieces of a line, as far as the shelves hold them; more than ordered is an over-shipment. */
    public PickList take(String lineId, int quantity) {
        Map<String, Integer> more = new LinkedHashMap<>(pieces);
        more.put(lineId, quantity);
        return new PickList(everything, more, rest, cartons, dividesALine);
    }

    /** Says what becomes of the pieces left out. */
    public PickList rest(Remainder fate) {
        return new PickList(everything, pieces, fate, cartons, dividesALine);
    }

    /** Packs into so many cartons, as far as there is something for each. */
    public PickList cartons(int number) {
        if (number < 1) {
            throw new IllegalArgumentException("goods need at least one carton, not " + number);
        }
        return new PickList(everything, pieces, rest, number, dividesALine);
    }

    /** Puts pieces of one order line into two cartons. */
    public PickList dividingALine() {
        return new PickList(everything, pieces, rest, Math.max(2, cartons), true);
    }

    /** Pieces to take of a line; empty if all that there are. */
    OptionalInt of(String lineId) {
        Integer named = pieces.get(lineId);
        if (named != null) {
            return OptionalInt.of(named);
        }
        return everything ? OptionalInt.empty() : OptionalInt.of(0);
    }

    Remainder rest() {
        return rest;
    }

    int cartons() {
        return cartons;
    }

    boolean dividesALine() {
        return dividesALine;
    }
}
