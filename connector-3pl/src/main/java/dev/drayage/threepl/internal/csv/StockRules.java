package dev.drayage.threepl.internal.csv;

import dev.drayage.model.AccountId;
import dev.drayage.threepl.StockLots;
import java.util.List;
import java.util.Map;

/**
 * What the columns of a count are called, and what their fields mean. Immutable.
 *
 * @param account the warehouse
 * @param columns headings or positions that are not the standard ones
 * @param files names of such files where there are no headings
 * @param lots whether the lots of a SKU are told apart or added up
 */
public record StockRules(AccountId account, Map<String, String> columns, List<String> files, StockLots lots) {
    public StockRules {
        columns = Map.copyOf(columns);
        files = List.copyOf(files);
    }

    /** The place of a row as its record is called: the file's own word, else the account's. */
    String place(String warehouse) {
        return warehouse.isEmpty() ? account.id() : warehouse;
    }
}
