package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a fulfilment takes off the shelves. Goods leave when it is shipped, from the location of each line; picked and
 * packed goods are still on hand. A line without a location moves nothing. The members of a kit leave, the kit itself
 * was never there.
 *
 * <p>Assumed, for want of a vendor's word on it: lot and serial numbers must be given by the time the goods are shipped,
 * and may be given before; numbers that are only picked or packed are not held back from other fulfilments.
 */
final class FulfillmentStock {
    private static final String SHIPPED = "C";

    private final StockBook book;
    private final InventoryDetail detail;

    FulfillmentStock(StockBook book) {
        this.book = book;
        this.detail = new InventoryDetail(book);
    }

    void complete(ObjectNode draft, Optional<ObjectNode> before) {
        boolean shipped = isShipped(draft);
        List<ObjectNode> lines = Json.rows(draft, "item");
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = lines.get(i);
            boolean numbered = book.kind(Json.refId(line, "item")).isNumbered();
            if (numbered && Json.has(line, "inventoryDetail")) {
                detail.complete(line, Json.number(line, "quantity"), false, "item.items[" + i + "]");
            } else if (numbered && shipped) {
                throw Refusal.userError("Please configure the inventory detail for this line.");
            }
        }
        Map<StockPlace, BigDecimal> held =
                before.filter(FulfillmentStock::isShipped).map(this::moves).orElse(Map.of());
        detail.checkNumbers(held, moves(draft));
    }

    /** Brings the shelves in line after a fulfilment was saved or, with nothing left of it, deleted. */
    void post(StoredRecord record, Optional<ObjectNode> body) {
        book.post(
                record.number(),
                body.filter(FulfillmentStock::isShipped).map(this::moves).orElse(Map.of()));
    }

    private Map<StockPlace, BigDecimal> moves(ObjectNode body) {
        Map<StockPlace, BigDecimal> moves = new HashMap<>();
        for (ObjectNode line : Json.rows(body, "item")) {
            detail.addMoves(moves, line, Json.number(line, "quantity").negate());
        }
        return moves;
    }

    private static boolean isShipped(ObjectNode body) {
        return Json.refId(body, "shipStatus").equals(SHIPPED);
    }
}
