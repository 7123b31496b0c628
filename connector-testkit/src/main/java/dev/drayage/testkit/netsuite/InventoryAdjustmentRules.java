package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rules of inventory adjustments: signed quantities that change what is on hand, each at the location of its line.
 *
 * <p>Assumed, for want of a vendor's word on it: {@code adjLocation} stands for the document only, so that every line
 * names its own location as soon as the account has any; counted goods may fall below zero, lots and serials may not.
 */
final class InventoryAdjustmentRules implements RecordRules {
    private static final String LINES = "inventory";

    private final Account account;
    private final SaleHeader header;
    private final StockBook book;
    private final InventoryDetail detail;

    InventoryAdjustmentRules(Account account, SaleHeader header, StockBook book) {
        this.account = account;
        this.header = header;
        this.book = book;
        this.detail = new InventoryDetail(book);
    }

    @Override
    public void complete(ObjectNode draft, Optional<ObjectNode> before) {
        if (!Json.has(draft, "account")) {
            throw Refusal.missing("Adjustment Account");
        }
        if (!Json.has(draft, "subsidiary")) {
            throw Refusal.missing("Subsidiary");
        }
        SaleHeader.defaultDay(draft, account.today());
        header.checkPeriod(draft);
        List<ObjectNode> lines = Json.rows(draft, LINES);
        if (lines.isEmpty()) {
            throw Refusal.userError("You must enter at least one line item for this transaction.");
        }
        long number = Math.max(
                lastNumber(lines),
                lastNumber(before.map(old -> Json.rows(old, LINES)).orElse(List.of())));
        for (int i = 0; i < lines.size(); i++) {
            if (!Json.has(lines.get(i), "line")) {
                lines.get(i).put("line", ++number);
            }
            complete(lines.get(i), "inventory.items[" + i + "]");
        }
        detail.checkNumbers(before.map(this::moves).orElse(Map.of()), moves(draft));
    }

    /** Lots and serials that have left since cannot be taken back. */
    @Override
    public void checkDelete(StoredRecord record) {
        detail.checkNumbers(moves(account.store().read(record)), Map.of());
    }

    @Override
    public void afterChange(StoredRecord record) {
        Map<StockPlace, BigDecimal> moves = account.store()
                .find(record.recordType(), record.number())
                .map(saved -> moves(account.store().read(saved)))
                .orElse(Map.of());
        book.post(record.number(), moves);
    }

    private void complete(ObjectNode line, String path) {
        String item = Json.refId(line, "item");
        if (item.isEmpty()) {
            throw Refusal.missing("Item");
        }
        StockKind kind = book.kind(item);
        if (!kind.isStocked()) {
            throw Refusal.invalidFieldValue(item, "item", path + ".item");
        }
        if (!Json.has(line, "location") && account.locations() > 0) {
            throw Refusal.missing("Location");
        }
        BigDecimal by = Json.number(line, "adjustQtyBy");
        if (by.signum() == 0) {
            throw Refusal.missing("Adjust Qty. By");
        }
        account.references()
                .find("item", item)
                .ifPresent(found -> line.put("itemType", found.recordType().code()));
        if (kind.isNumbered() && !Json.has(line, "inventoryDetail")) {
            throw Refusal.userError("Please configure the inventory detail for this line.");
        }
        if (kind.isNumbered()) {
            detail.complete(line, by, by.signum() > 0, path);
        }
    }

    private Map<StockPlace, BigDecimal> moves(ObjectNode body) {
        Map<StockPlace, BigDecimal> moves = new HashMap<>();
        for (ObjectNode line : Json.rows(body, LINES)) {
            detail.addMoves(moves, line, Json.number(line, "adjustQtyBy"));
        }
        return moves;
    }

    private static long lastNumber(List<ObjectNode> lines) {
        return lines.stream()
                .mapToLong(line -> line.path("line").asLong(0))
                .max()
                .orElse(0);
    }
}
