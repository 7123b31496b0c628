package dev.drayage.threepl.internal.x12.files;

import dev.drayage.model.LineReference;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.model.WarehouseOrderLine;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.StateKeys;
import dev.drayage.threepl.internal.x12.ToldLines;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the warehouse was told to ship: line id, SKU and quantity of each line, by the order's number. An order with more lines
 * than a row can hold goes on in further rows. Thread-safe as its state is.
 */
public final class ToldLinesStore implements ToldLines {
    private static final String ROWS = StateKeys.TOLD_LINES;
    private static final int LONGEST_ROW = 3900;
    private static final String FIELD = "\t";

    private final ConnectorState state;

    /** Lines that are kept in {@code state}. */
    public ToldLinesStore(ConnectorState state) {
        this.state = state;
    }

    /** Remembers the lines of an order as they are told now. */
    void remember(String orderNumber, WarehouseOrder order) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (WarehouseOrderLine line : order.lines()) {
            if (line.open().signum() > 0) {
                String text = String.join(
                                FIELD,
                                line.line().kind().name(),
                                line.line().value(),
                                line.sku(),
                                line.open().toPlainString())
                        + "\n";
                if (row.length() + text.length() > LONGEST_ROW) {
                    rows.add(row.toString());
                    row.setLength(0);
                }
                row.append(text);
            }
        }
        rows.add(row.toString());
        for (int i = 0; i < rows.size(); i++) {
            put(key(orderNumber, i), rows.get(i));
        }
        for (int i = rows.size(); state.get(key(orderNumber, i)).isPresent(); i++) {
            state.remove(key(orderNumber, i));
        }
    }

    private void put(String key, String row) {
        if (!state.get(key).equals(Optional.of(row))) {
            state.put(key, row);
        }
    }

    private static String key(String orderNumber, int part) {
        return ROWS + part + "/" + orderNumber; // a number may end like a part of another one, but none begins so
    }

    @Override
    public Optional<List<ToldLine>> lines(String orderNumber) {
        List<ToldLine> lines = new ArrayList<>();
        int part = 0;
        for (Optional<String> row = state.get(key(orderNumber, 0));
                row.isPresent();
                row = state.get(key(orderNumber, ++part))) {
            for (String text : row.get().split("\n", -1)) {
                if (!text.isEmpty()) {
                    String[] fields = text.split(FIELD, -1);
                    lines.add(new ToldLine(
                            new LineReference(LineReference.Kind.valueOf(fields[0]), fields[1]),
                            fields[2],
                            new BigDecimal(fields[3])));
                }
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }
}
