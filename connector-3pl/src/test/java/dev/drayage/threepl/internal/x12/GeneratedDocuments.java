package dev.drayage.threepl.internal.x12;

import dev.drayage.threepl.internal.x12.ToldLines.ToldLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Good documents as warehouses write them, drawn at random: advices of one to three orders in one or two groups, with cartons
 * or without, with lots, serial numbers and back orders; stock with lots and without; acknowledgements. Each SKU belongs to
 * one order, so that a line that slipped into another order can be told by its SKU.
 */
final class GeneratedDocuments implements ToldLines {
    private final Random random;
    private final Map<String, List<ToldLine>> sent = new HashMap<>();
    private int control;

    GeneratedDocuments(Random random) {
        this.random = random;
    }

    @Override
    public Optional<List<ToldLine>> lines(String orderNumber) {
        return Optional.ofNullable(sent.get(orderNumber));
    }

    /** One file. */
    String next() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> interchange("SW", advices(1 + random.nextInt(3)));
            case 4, 5 -> interchange("IB", List.of(stock(1 + random.nextInt(6))));
            case 6 -> interchange("FA", List.of(acknowledgement()));
            default -> interchange("SW", advices(1)) + interchange("IB", List.of(stock(2)));
        };
    }

    private List<List<String>> advices(int count) {
        List<List<String>> advices = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            advices.add(advice());
        }
        return advices;
    }

    private List<String> advice() {
        String order = "SO" + (100_000 + 1_000 * sent.size() + random.nextInt(1_000));
        boolean cartons = random.nextBoolean();
        List<String> set = new ArrayList<>(List.of(
                "W06*F*" + order + "*20260902*SHP" + random.nextInt(1_000_000) + "*WH1*PO-1",
                "N1*ST*JANE DOE",
                "N3*123 MAIN STREET",
                "N4*AUSTIN*TX*78701*US",
                "N1*SF*NORTH WAREHOUSE*91*NORTH01"));
        if (!cartons) {
            set.add("N9*2I*1Z" + random.nextInt(1_000_000));
        }
        set.addAll(List.of("G62*11*20260902", "W27*U*UPSN*UPS GROUND*PP"));
        List<ToldLine> lines = new ArrayList<>();
        int total = 0;
        int count = 1 + random.nextInt(4);
        int carton = 0;
        for (int i = 1; i <= count; i++) {
            String sku = order + "-" + (char) ('A' + i);
            int ordered = 1 + random.nextInt(30);
            int shipped = random.nextInt(3) == 0 ? random.nextInt(ordered + 1) : ordered;
            int parts = cartons && shipped > 1 && random.nextInt(3) == 0 ? 2 : 1;
            String status = shipped == ordered ? "CC" : random.nextBoolean() ? "BP" : "CU";
            int first = parts == 2 ? 1 + random.nextInt(shipped - 1) : shipped;
            for (int part = 0; part < parts; part++) {
                int units = part == 0 ? first : shipped - first;
                if (i == 1 || part > 0 || random.nextBoolean()) {
                    set.add("LX*" + ++carton);
                    if (cartons) {
                        set.add("MAN*GM*0000123456700000" + (1000 + carton) + "**CP*1Z" + random.nextInt(1_000_000));
                    }
                }
                set.addAll(line(i, sku, ordered, units, status));
            }
            total += shipped;
            lines.add(Samples.line(String.valueOf(i * 10), sku, String.valueOf(ordered)));
        }
        sent.put(order, lines);
        set.add("W03*" + total + "*" + (1 + random.nextInt(20)) + ".5*LB");
        return set;
    }

    private List<String> line(int number, String sku, int ordered, int units, String status) {
        String lot = random.nextInt(3) == 0 && units > 0 ? "LOT" + random.nextInt(1000) : "";
        List<String> line = new ArrayList<>();
        int difference = random.nextBoolean() ? ordered - units : units - ordered;
        line.add("W12*" + status + "*" + ordered + "*" + units + "*" + difference + "*EA**SK*" + sku
                + (lot.isEmpty() ? "" : "*" + lot));
        if (random.nextBoolean()) {
            line.add("G69*A THING");
        }
        line.add("N9*LI*" + number * 10);
        if (!lot.isEmpty()) {
            line.add("N9*LT*" + lot);
            line.add("G62*36*20280731");
        } else if (units > 0 && random.nextInt(3) == 0) {
            line.add("N9*SE*SN" + random.nextInt(1_000_000_000));
        }
        return line;
    }

    private List<String> stock(int items) {
        List<String> set = new ArrayList<>(List.of("BIA*00*DD*INV1*20260902*0600", "N1*WH*NORTH WAREHOUSE*91*NORTH01"));
        for (int i = 1; i <= items; i++) {
            int onHand = random.nextInt(500);
            boolean lot = random.nextInt(3) == 0;
            set.add("LIN*" + i + "*SK*SKU-" + (100 + i) + "*UP*012345678905" + (lot ? "*LT*L" + i : ""));
            if (random.nextBoolean()) {
                set.add("PID*F****A THING");
            }
            if (lot) {
                set.add("DTM*036*20280731");
            }
            set.add("QTY*17*" + onHand + "*EA");
            set.add("QTY*33*" + (onHand == 0 ? 0 : random.nextInt(onHand)) + "*EA");
            if (random.nextBoolean()) {
                set.add("QTY*QH*" + random.nextInt(9) + "*EA");
            }
        }
        set.add("CTT*" + items);
        return set;
    }

    /** We send one set per group, so an acknowledgement names one. */
    private List<String> acknowledgement() {
        List<String> set = new ArrayList<>(List.of("AK1*OW*" + (1 + random.nextInt(900)), "AK2*940*0001"));
        boolean accepted = random.nextBoolean();
        if (!accepted) {
            set.add("AK3*W01*14**8");
            set.add("AK4*2*355*7*EACH");
        }
        set.add(accepted ? "AK5*A" : "AK5*R*5");
        set.add(accepted ? "AK9*A*1*1*1" : "AK9*R*1*1*0");
        return set;
    }

    private String interchange(String functionalId, List<List<String>> sets) {
        String set = switch (functionalId) {
            case "SW" -> "945";
            case "IB" -> "846";
            default -> "997";
        };
        int cut = sets.size() > 1 && random.nextBoolean() ? 1 : sets.size();
        StringBuilder out = new StringBuilder();
        int number = ++control;
        String digits = String.format("%09d", number);
        out.append("ISA*00*          *00*          *ZZ*NORTHWH3PL     *ZZ*ACMEBRAND      *260902*1740*U*00401*")
                .append(digits)
                .append("*0*T*>~\n");
        int groups = 0;
        for (List<List<String>> group : List.of(sets.subList(0, cut), sets.subList(cut, sets.size()))) {
            if (!group.isEmpty()) {
                groups++;
                group(out, functionalId, set, group, number * 10 + groups);
            }
        }
        return out.append("IEA*" + groups + "*" + digits + "~\n").toString();
    }

    private static void group(StringBuilder out, String functionalId, String set, List<List<String>> sets, int number) {
        out.append("GS*" + functionalId + "*NORTHWH3PL*ACMEBRAND*20260902*1740*" + number + "*X*004010~\n");
        int st = 0;
        for (List<String> segments : sets) {
            String control = String.format("%04d", ++st);
            out.append("ST*" + set + "*" + control + "~\n");
            segments.forEach(segment -> out.append(segment).append("~\n"));
            out.append("SE*" + (segments.size() + 2) + "*" + control + "~\n");
        }
        out.append("GE*" + sets.size() + "*" + number + "~\n");
    }
}
