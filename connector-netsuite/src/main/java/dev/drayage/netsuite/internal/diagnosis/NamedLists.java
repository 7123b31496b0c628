package dev.drayage.netsuite.internal.diagnosis;

import dev.drayage.call.CallContext;
import dev.drayage.netsuite.internal.options.SourceSettings;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.netsuite.internal.suiteql.SuiteQlClient;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the locations and price levels by which the settings narrow what is read are there: a wrong one reads nothing without
 * an error. Thread-safe.
 */
final class NamedLists {
    private final SuiteQlClient queries;
    private final Settings settings;
    private final SuiteQl locations = SuiteQl.of(NamedLists.class, "locations");
    private final SuiteQl priceLevels = SuiteQl.of(NamedLists.class, "price-levels");

    NamedLists(SuiteQlClient queries, Settings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    /** Locations whose stock is read. */
    List<Check> locations(CallContext call) {
        return check(SourceSettings.STOCK_LOCATIONS, "location", locations, false, call);
    }

    /** Price levels that are read. */
    List<Check> priceLevels(CallContext call) {
        return check(SourceSettings.PRICE_LEVELS, "price level", priceLevels, true, call);
    }

    private List<Check> check(
            Setting<List<String>> setting, String what, SuiteQl all, boolean byName, CallContext call) {
        String subject = what + "s of the settings";
        List<String> given = settings.get(setting);
        if (given.isEmpty()) {
            return List.of(new Check(subject, Verdict.PASSED, "none is named, so all are read"));
        }
        Set<String> known = new HashSet<>();
        for (Row row : queries.rows(all, List.of(), call)) {
            if (!row.isTrue("isinactive")) {
                known.add(row.required("id"));
                row.text("name").filter(name -> byName).ifPresent(known::add);
            }
        }
        List<String> wrong = new ArrayList<>(given);
        wrong.removeAll(known);
        return List.of(
                wrong.isEmpty()
                        ? new Check(subject, Verdict.PASSED, "all are there")
                        : new Check(
                                subject,
                                Verdict.FAILED,
                                setting.name() + " names " + String.join(", ", wrong)
                                        + ", which does not exist, is inactive or is not visible: correct the setting"));
    }
}
