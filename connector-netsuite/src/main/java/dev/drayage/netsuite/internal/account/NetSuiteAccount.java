package dev.drayage.netsuite.internal.account;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import dev.drayage.netsuite.internal.item.Currencies;
import dev.drayage.netsuite.internal.item.ItemLookup;
import dev.drayage.netsuite.internal.record.RecordClient;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import java.time.Duration;

/**
 * What every source and sink of one account works with. Thread-safe as its parts are.
 *
 * @param id the account
 * @param records the record service
 * @param queries the query service
 * @param items items by SKU
 * @param currencies currencies by ISO code
 * @param time where the time comes from
 * @param queryLag how long a change may take to show in queries
 */
public record NetSuiteAccount(
        AccountId id,
        RecordClient records,
        SuiteQlClient queries,
        ItemLookup items,
        Currencies currencies,
        TimeSource time,
        Duration queryLag) {}
