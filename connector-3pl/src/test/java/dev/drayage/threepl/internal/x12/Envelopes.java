package dev.drayage.threepl.internal.x12;

import java.util.List;

/** Puts sets that a test spells out into a right envelope from the warehouse to the brand. */
final class Envelopes {
    private Envelopes() {}

    /** One group of sets; each set's segments are separated by blanks-free {@code ~}. */
    static String of(String functionalId, String setId, String... sets) {
        return of(1, functionalId, setId, sets);
    }

    static String of(int control, String functionalId, String setId, String... sets) {
        String digits = "%09d".formatted(control);
        StringBuilder out = new StringBuilder("ISA*00*          *00*          *ZZ*NORTHWH3PL     *ZZ*ACMEBRAND      "
                + "*260902*1740*U*00401*" + digits + "*0*T*>~\n");
        out.append("GS*" + functionalId + "*NORTHWH3PL*ACMEBRAND*20260902*1740*" + control + "*X*004010~\n");
        for (int i = 0; i < sets.length; i++) {
            List<String> segments = List.of(sets[i].split("~\\s*"));
            out.append("ST*%s*%04d~\n".formatted(setId, i + 1));
            segments.forEach(segment -> out.append(segment).append("~\n"));
            out.append("SE*%d*%04d~\n".formatted(segments.size() + 2, i + 1));
        }
        return out.append("GE*" + sets.length + "*" + control + "~\nIEA*1*" + digits + "~\n")
                .toString();
    }
}
