package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goods that leave with a sale that no fulfilment stands before, and goods that a credit or refund puts back. A bill made
 * out of an order moves nothing: the order's fulfilments do. Credits and refunds put back whatever they were made out
 * of.
 *
 * <p>Assumed, for want of a vendor's word on it: lot and serial numbers may be left out here, and a line without a
 * location uses the one of the document; where there is none, nothing moves. Guarded by the account's lock.
 */
final class SaleStock {
    private final Account account;
    private final StockBook book;
    private final InventoryDetail detail;

    SaleStock(Account account, StockBook book) {
        this.account = account;
        this.book = book;
        this.detail = new InventoryDetail(book);
    }

    /** Whether documents of that kind and origin move goods themselves. */
    static boolean moves(String type, boolean onItsOwn, boolean cashSalesTakeStock) {
        return switch (type) {
            case "creditMemo", "cashRefund" -> true;
            case "invoice" -> onItsOwn;
            case "cashSale" -> onItsOwn && cashSalesTakeStock;
            default -> false;
        };
    }

    /** Refuses lot and serial numbers that do not fit. */
    void complete(String type, ObjectNode draft, Optional<ObjectNode> before) {
        if (!moves(type, !Json.has(draft, "createdFrom"), cashSalesTakeStock())) {
            return;
        }
        boolean back = returns(type);
        List<ObjectNode> lines = Json.rows(draft, "item");
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode line = lines.get(i);
            if (book.kind(Json.refId(line, "item")).isNumbered() && Json.has(line, "inventoryDetail")) {
                detail.complete(line, SaleLines.units(line), back, "item.items[" + i + "]");
            }
        }
        detail.checkNumbers(before.map(old -> moves(old, back)).orElse(Map.of()), moves(draft, back));
    }

    /** Brings the shelves in line after a document was saved or deleted. */
    void post(StoredRecord record) {
        if (!moves(record.type(), record.createdFromNumber() == 0, cashSalesTakeStock())) {
            return;
        }
        boolean back = returns(record.type());
        Map<StockPlace, BigDecimal> moves = account.store()
                .find(record.recordType(), record.number())
                .map(saved -> moves(account.store().read(saved), back))
                .orElse(Map.of());
        book.post(record.number(), moves);
    }

    /** Whether goods come back with documents of that kind. */
    static boolean returns(String type) {
        return type.equals("creditMemo") || type.equals("cashRefund");
    }

    private boolean cashSalesTakeStock() {
        return account.settings().has(AccountPreference.CASH_SALES_TAKE_STOCK);
    }

    private Map<StockPlace, BigDecimal> moves(ObjectNode body, boolean back) {
        Map<StockPlace, BigDecimal> moves = new HashMap<>();
        for (ObjectNode line : book.shelved(body)) {
            BigDecimal quantity = SaleLines.units(line);
            detail.addMoves(moves, line, back ? quantity : quantity.negate());
        }
        return moves;
    }
}
