package dev.drayage.threepl.internal.csv;

import dev.drayage.model.AccountId;

/**
 * What a file of stock means. Immutable.
 *
 * @param account the warehouse
 * @param lots whether the lots of a SKU are told apart or added up
 */
record StockRules(AccountId account, StockLots lots) {

    /** The place of a row as its record is called: the file's own word, else the account's. */
    String place(String warehouse) {
        return warehouse.isEmpty() ? account.id() : warehouse;
    }
}
