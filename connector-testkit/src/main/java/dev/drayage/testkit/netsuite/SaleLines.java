package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Lines of orders and cash sales: which items may be sold, what number a line gets, and what it costs. A line whose
 * price level is not custom is priced from the item, whatever rate was sent.
 */
final class SaleLines {
    private static final String CUSTOM_PRICE = "-1";
    private static final String BASE_PRICE = "1";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final Set<String> SHIPPED_AS_WELL = Set.of("kitItem", "nonInventorySaleItem");

    private final Account account;
    private final CurrencyDecimals decimals;
    private long lastUniqueKey = 4000;

    SaleLines(Account account) {
        this.account = account;
        this.decimals = new CurrencyDecimals(account);
    }

    /** A number is not given twice, not even when the line that had it is gone. */
    void complete(ObjectNode draft, Optional<ObjectNode> before) {
        List<ObjectNode> lines = Json.rows(draft, "item");
        if (lines.isEmpty()) {
            throw Refusal.userError("You must enter at least one line item for this transaction.");
        }
        String subsidiary = Json.refId(draft, "subsidiary");
        long number = Math.max(
                lastNumber(lines),
                lastNumber(before.map(old -> Json.rows(old, "item")).orElse(List.of())));
        int step = account.settings().has(AccountPreference.LINE_NUMBER_GAPS) ? 3 : 1;
        Map<String, ObjectNode> savedLines = new HashMap<>();
        before.ifPresent(old -> Json.rows(old, "item")
                .forEach(line -> savedLines.put(line.path("line").asText(), line)));
        BigDecimal above = BigDecimal.ZERO;
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = lines.get(i);
            StoredRecord item = sellable(line, subsidiary, "item.items[" + i + "].item");
            line.put("itemType", item.recordType().code());
            if (!Json.has(line, "line")) {
                number = number == 0 ? 1 : number + step;
                line.put("line", number);
                line.put("lineUniqueKey", ++lastUniqueKey);
            }
            ObjectNode saved = savedLines.get(line.path("line").asText());
            if (saved == null || !isPriced(line, saved)) {
                price(draft, line, item, above);
            }
            above = Json.number(line, "amount");
        }
    }

    private static long lastNumber(List<ObjectNode> lines) {
        return lines.stream()
                .mapToLong(line -> line.path("line").asLong(0))
                .max()
                .orElse(0);
    }

    /** Whether a line waits for a shipment. Charges, discounts and services do not, unless the item says so. */
    boolean ships(ObjectNode line) {
        return account.references()
                .find("item", Json.refId(line, "item"))
                .map(item -> {
                    ObjectNode body = account.store().read(item);
                    return Json.has(body, "isFulfillable")
                            ? Json.ticked(body, "isFulfillable")
                            : StockKind.of(item).isStocked() || SHIPPED_AS_WELL.contains(item.type());
                })
                .orElse(false);
    }

    private StoredRecord sellable(ObjectNode line, String subsidiary, String path) {
        String id = Json.refId(line, "item");
        if (id.isEmpty()) {
            throw Refusal.missing("Item");
        }
        StoredRecord item =
                account.references().find("item", id).orElseThrow(() -> Refusal.invalidFieldValue(id, "item", path));
        ObjectNode body = account.store().read(item);
        List<ObjectNode> subsidiaries = Json.rows(body, "subsidiary");
        boolean here = subsidiaries.isEmpty()
                || subsidiaries.stream().anyMatch(row -> row.path("id").asText().equals(subsidiary));
        if (!here || (Json.ticked(body, "isInactive") && !line.has("lineUniqueKey"))) {
            throw Refusal.invalidFieldValue(id, "item", path);
        }
        return item;
    }

    /** A line that nobody touched keeps its price, even when the price of the item has changed since. */
    private static boolean isPriced(ObjectNode line, ObjectNode saved) {
        return Stream.of("item", "price", "rate", "amount", "quantity")
                        .allMatch(field -> line.path(field).equals(saved.path(field)))
                && !line.path("rate").asText().endsWith("%");
    }

    private void price(ObjectNode draft, ObjectNode line, StoredRecord item, BigDecimal above) {
        ObjectNode body = account.store().read(item);
        boolean discount = item.type().equals("discountItem");
        boolean sold = line.has("orderLine") && Json.has(line, "rate");
        if (!Json.refId(line, "price").equals(CUSTOM_PRICE) && !discount && !sold) {
            line.set("price", Json.has(line, "price") ? line.get("price") : Json.ref(BASE_PRICE));
            line.put(
                    "rate", ItemPrices.of(body, Json.refId(draft, "currency"), Json.refId(line, "price"), units(line)));
            line.remove("amount");
        } else if (!Json.has(line, "rate") && !Json.has(line, "amount")) {
            line.put("rate", Json.number(body, "basePrice"));
        }
        if (!Json.has(line, "quantity")
                && (StockKind.of(item).isStocked() || item.type().equals("kitItem"))) {
            line.put("quantity", BigDecimal.ONE);
        }
        boolean percent = line.path("rate").asText().endsWith("%");
        if (Json.has(line, "amount") && !percent) {
            line.put("amount", decimals.round(Json.number(line, "amount"), draft));
        } else {
            line.put("amount", decimals.round(amount(line, above), draft));
        }
        refuseFreeGoods(line, item);
    }

    private static BigDecimal amount(ObjectNode line, BigDecimal above) {
        String rate = line.path("rate").asText();
        if (rate.endsWith("%")) {
            return above.multiply(new BigDecimal(rate.substring(0, rate.length() - 1)))
                    .divide(HUNDRED);
        }
        return Json.number(line, "rate").multiply(units(line));
    }

    private void refuseFreeGoods(ObjectNode line, StoredRecord item) {
        int sign = Json.number(line, "amount").signum();
        boolean refused =
                sign < 0 || (sign == 0 && account.settings().has(AccountPreference.FREE_INVENTORY_LINES_REFUSED));
        boolean inventory = StockKind.of(item).isStocked() && !item.type().equals("assemblyItem");
        if (inventory && refused) {
            throw Refusal.userError("Inventory items must have a positive amount.");
        }
    }

    /** Pieces on a line; a line without a quantity counts as one. */
    static BigDecimal units(ObjectNode line) {
        return Json.has(line, "quantity") ? Json.number(line, "quantity") : BigDecimal.ONE;
    }

    /** To the cent, as amounts in base currency are kept here. */
    static BigDecimal cents(BigDecimal amount) {
        return amount.setScale(2, RoundingMode.HALF_UP);
    }
}
