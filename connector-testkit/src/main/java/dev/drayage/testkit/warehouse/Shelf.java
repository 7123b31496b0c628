package dev.drayage.testkit.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The pieces of one article. Not thread-safe; the simulator guards it. */
final class Shelf {
    private final StockItem item;
    private final Map<Lot, Integer> lots =
            new TreeMap<>(Comparator.comparing(Lot::expiry).thenComparing(Lot::number));
    private final List<String> serials;
    private final boolean serialized;
    private int onHold;
    private int foundSerials;

    Shelf(StockItem item) {
        this.item = item;
        lots.putAll(item.lots());
        serials = new ArrayList<>(item.serials());
        serialized = !serials.isEmpty();
    }

    /** What was taken from one lot. */
    record Taken(Lot lot, int quantity, List<String> serials) {}

    StockItem item() {
        return item;
    }

    int onHand() {
        return lots.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Pieces that may be shipped: of one lot, or, if none is named, of all. */
    int shippable(String lot) {
        int there = lots.entrySet().stream()
                .filter(entry -> isOf(entry.getKey(), lot))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return Math.max(0, Math.min(there, onHand() - onHold));
    }

    private static boolean isOf(Lot lot, String asked) {
        return asked.isEmpty() || lot.number().equals(asked);
    }

    void hold(int quantity) {
        onHold = Math.max(0, onHold + quantity);
    }

    /** Takes pieces of one lot, or, if none is named, those that expire first before the others. */
    List<Taken> take(int quantity, String asked) {
        List<Taken> taken = new ArrayList<>();
        int left = quantity;
        for (Map.Entry<Lot, Integer> entry : lots.entrySet()) {
            int from = isOf(entry.getKey(), asked) ? Math.min(left, entry.getValue()) : 0;
            if (from > 0) {
                entry.setValue(entry.getValue() - from);
                left -= from;
                taken.add(new Taken(entry.getKey(), from, takeSerials(from)));
            }
        }
        return taken;
    }

    private List<String> takeSerials(int quantity) {
        List<String> head = serials.subList(0, Math.min(quantity, serials.size()));
        List<String> taken = List.copyOf(head);
        head.clear();
        return taken;
    }

    /** A recount: there are truly {@code quantity} pieces, whatever the books said. */
    void count(int quantity) {
        int change = quantity - onHand();
        if (change < 0) {
            take(-change, "");
        } else if (change > 0) {
            Lot last = lots.isEmpty() ? Lot.NONE : List.copyOf(lots.keySet()).get(lots.size() - 1);
            lots.merge(last, change, Integer::sum);
            for (int i = 0; serialized && i < change; i++) {
                serials.add("FOUND" + ++foundSerials);
            }
        }
    }

    StockLevel level(int allocated) {
        List<StockLevel.LotLevel> levels = new ArrayList<>();
        lots.forEach((lot, quantity) -> levels.add(new StockLevel.LotLevel(lot, quantity)));
        return new StockLevel(item.sku(), onHand(), allocated, Math.min(onHold, onHand()), levels, serials);
    }
}
