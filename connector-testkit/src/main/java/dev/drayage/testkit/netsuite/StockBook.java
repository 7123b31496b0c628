package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What lies where, and what each document moved. A document that changes or goes away moves the difference, so that
 * un-shipping and deleting give the goods back. Orders only hold goods back. Guarded by the account's lock.
 */
final class StockBook {
    private final Account account;
    private final StockLevels levels;
    private final InventoryNumbers numbers;
    private final Map<Long, Map<StockPlace, BigDecimal>> posted = new HashMap<>();
    private final Map<Long, Map<StockPlace, BigDecimal>> committed = new HashMap<>();

    StockBook(Account account) {
        this.account = account;
        this.levels = new StockLevels(account);
        this.numbers = new InventoryNumbers(account);
    }

    InventoryNumbers numbers() {
        return numbers;
    }

    /** How the item is kept; an id that is no item is not kept at all. */
    StockKind kind(String item) {
        return account.references().find("item", item).map(StockKind::of).orElse(StockKind.NONE);
    }

    /** Sets what lies there. Goods with numbers are received number by number instead. */
    void count(String item, String location, BigDecimal onHand, BigDecimal committed) {
        refuseUnlessFitting(new StockPlace(item, location, ""));
        levels.set(item, location, onHand, committed);
    }

    /** Puts pieces on a shelf without a document. */
    void receive(StockPlace place, BigDecimal quantity) {
        refuseUnlessFitting(place);
        boolean serial = kind(place.item()) == StockKind.SERIAL;
        if (serial && numbers.onHand(place).add(quantity).compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("The serial number " + place.number() + " stands for one piece.");
        }
        move(place, quantity);
    }

    private void refuseUnlessFitting(StockPlace place) {
        if (kind(place.item()).isNumbered() == place.number().isEmpty()) {
            throw new IllegalArgumentException(
                    place.number().isEmpty()
                            ? "Item " + place.item() + " is kept by lot or serial number: say which you receive."
                            : "Item " + place.item() + " has no lot or serial numbers.");
        }
    }

    private void move(StockPlace place, BigDecimal by) {
        if (by.signum() != 0) {
            levels.change(place.item(), place.location(), by);
            if (!place.number().isEmpty()) {
                numbers.change(place, by);
            }
        }
    }

    /** Brings the shelves in line with all that a document moves now. */
    void post(long document, Map<StockPlace, BigDecimal> moves) {
        Map<StockPlace, BigDecimal> before = posted.getOrDefault(document, Map.of());
        Set<StockPlace> places = new HashSet<>(before.keySet());
        places.addAll(moves.keySet());
        for (StockPlace place : places) {
            BigDecimal now = moves.getOrDefault(place, BigDecimal.ZERO);
            move(place, now.subtract(before.getOrDefault(place, BigDecimal.ZERO)));
        }
        if (moves.isEmpty()) {
            posted.remove(document);
        } else {
            posted.put(document, Map.copyOf(moves));
        }
    }

    /**
     * Lines of a sale as they lie on the shelves: kits are taken apart into their members, and a line without a location
     * lies at that of the document.
     */
    List<ObjectNode> shelved(ObjectNode body) {
        List<ObjectNode> shelved = new ArrayList<>();
        for (ObjectNode line : Json.rows(body, "item")) {
            ObjectNode here = line.deepCopy();
            TransformedFields.copy(body, here, "location");
            StoredRecord item =
                    account.references().find("item", Json.refId(line, "item")).orElse(null);
            if (item == null || !item.type().equals("kitItem")) {
                shelved.add(here);
                continue;
            }
            for (ObjectNode member : Json.rows(account.store().read(item), "member")) {
                ObjectNode part = here.deepCopy();
                part.set("item", member.get("item"));
                part.put("quantity", Json.number(member, "quantity").multiply(SaleLines.units(line)));
                shelved.add(part);
            }
        }
        return shelved;
    }

    /** Brings what an order holds back in line with what it asks for now. */
    void commit(long order, Map<StockPlace, BigDecimal> asked) {
        Map<StockPlace, BigDecimal> before = committed.getOrDefault(order, Map.of());
        Set<StockPlace> places = new HashSet<>(before.keySet());
        places.addAll(asked.keySet());
        for (StockPlace place : places) {
            BigDecimal more =
                    asked.getOrDefault(place, BigDecimal.ZERO).subtract(before.getOrDefault(place, BigDecimal.ZERO));
            if (more.signum() != 0) {
                levels.ask(place.item(), place.location(), more);
            }
        }
        if (asked.isEmpty()) {
            committed.remove(order);
        } else {
            committed.put(order, Map.copyOf(asked));
        }
    }

    BigDecimal onHand(String item, String location) {
        return levels.onHand(item, location);
    }
}
