package dev.drayage.testkit.warehouse;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The order in which the segments of a set stand. Immutable.
 *
 * @param parts segments and loops, ST and SE included
 */
record SetGrammar(List<Part> parts) {

    /** A place in the order: one segment or a loop of several. */
    sealed interface Part {
        /** The segment by which the part is known to begin. */
        String first();

        boolean mandatory();

        int max();
    }

    /** One segment. */
    record Use(String first, boolean mandatory, int max) implements Part {}

    /** Parts that repeat together; the first of them opens the loop. */
    record Loop(boolean mandatory, int max, List<Part> parts) implements Part {
        Loop {
            parts = List.copyOf(parts);
        }

        @Override
        public String first() {
            return parts.get(0).first();
        }
    }

    SetGrammar {
        parts = List.copyOf(parts);
    }

    /** Every id that occurs somewhere in the set. */
    Set<String> ids() {
        Set<String> ids = new HashSet<>();
        collect(parts, ids);
        return ids;
    }

    private static void collect(List<Part> parts, Set<String> ids) {
        for (Part part : parts) {
            ids.add(part.first());
            if (part instanceof Loop loop) {
                collect(loop.parts(), ids);
            }
        }
    }

    private static Part must(String id) {
        return new Use(id, true, 1);
    }

    private static Part may(String id, int max) {
        return new Use(id, false, max);
    }

    private static Part loop(int max, Part... parts) {
        return new Loop(false, max, List.of(parts));
    }

    private static Part parties() {
        return loop(10, must("N1"), may("N2", 2), may("N3", 2), may("N4", 1), may("PER", 3));
    }

    /** 940: warehouse shipping order. Whether lines may be absent depends on its purpose and is asked elsewhere. */
    static SetGrammar shippingOrder() {
        return new SetGrammar(List.of(
                must("ST"),
                must("W05"),
                parties(),
                may("N9", 10),
                may("G61", 3),
                may("G62", 10),
                may("NTE", 9999),
                may("W09", 1),
                may("W66", 1),
                may("W6", 1),
                loop(
                        9999,
                        must("LX"),
                        may("MAN", 9999),
                        parties(),
                        new Loop(
                                true,
                                9999,
                                List.of(
                                        must("W01"),
                                        may("G69", 5),
                                        may("N9", 200),
                                        may("NTE", 9999),
                                        may("W20", 1),
                                        may("QTY", 1),
                                        may("AMT", 9999)))),
                may("W76", 1),
                must("SE")));
    }

    /** 945: warehouse shipping advice. */
    static SetGrammar shippingAdvice() {
        return new SetGrammar(List.of(
                must("ST"),
                must("W06"),
                parties(),
                may("N9", 10),
                may("G61", 3),
                may("G62", 5),
                may("NTE", 20),
                may("W27", 1),
                loop(
                        9999,
                        must("LX"),
                        may("MAN", 9999),
                        may("PAL", 1),
                        may("N9", 10),
                        loop(9999, must("W12"), may("G69", 5), may("N9", 200), may("G62", 10), may("QTY", 1))),
                may("W03", 1),
                must("SE")));
    }

    /** 846: stock snapshot. */
    static SetGrammar stockAdvice() {
        return new SetGrammar(List.of(
                must("ST"),
                must("BIA"),
                may("DTM", 10),
                may("REF", 12),
                parties(),
                loop(10000, must("LIN"), may("PID", 200), may("DTM", 10), may("REF", 9999), loop(99, must("QTY"))),
                may("CTT", 1),
                must("SE")));
    }

    /** 997: functional acknowledgement. */
    static SetGrammar acknowledgement() {
        return new SetGrammar(List.of(
                must("ST"),
                must("AK1"),
                loop(999_999, must("AK2"), loop(999_999, must("AK3"), may("AK4", 99)), must("AK5")),
                must("AK9"),
                must("SE")));
    }
}
