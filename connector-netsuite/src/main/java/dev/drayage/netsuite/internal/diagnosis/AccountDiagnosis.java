package dev.drayage.netsuite.internal.diagnosis;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.netsuite.internal.account.NetSuiteAccount;
import dev.drayage.netsuite.internal.item.VisibleItems;
import dev.drayage.netsuite.internal.options.SaleOptions;
import dev.drayage.netsuite.internal.record.RecordKind;
import dev.drayage.netsuite.internal.suiteql.Row;
import dev.drayage.netsuite.internal.suiteql.SuiteQl;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Looks at a live account before a sync starts: credentials, query permission, records, custom fields, the items, customers,
 * locations and price levels that settings name, SKU clashes. A failure is a check that says what to do, never an exception. Thread-safe.
 */
public final class AccountDiagnosis {
    private static final Set<RecordKind> MONEY = EnumSet.of(
            RecordKind.INVOICE,
            RecordKind.CUSTOMER_PAYMENT,
            RecordKind.CUSTOMER_DEPOSIT,
            RecordKind.CREDIT_MEMO,
            RecordKind.CASH_REFUND,
            RecordKind.CUSTOMER_REFUND,
            RecordKind.DEPOSIT,
            RecordKind.JOURNAL_ENTRY);

    private final NetSuiteAccount account;
    private final SaleOptions sales;
    private final MappedFields fields;
    private final SkuClashes skus;
    private final VisibleItems items;
    private final NamedLists lists;
    private final SuiteQl itemsById = SuiteQl.of(AccountDiagnosis.class, "items-by-id");
    private final SuiteQl customersById = SuiteQl.of(AccountDiagnosis.class, "customers-by-id");

    /** A diagnosis of an account as the settings use it. */
    public AccountDiagnosis(NetSuiteAccount account, SaleOptions sales, Settings settings) {
        this.account = account;
        this.sales = sales;
        this.items = new VisibleItems(account.queries());
        this.lists = new NamedLists(account.queries(), settings);
        this.fields = new MappedFields(account.records(), sales.fields());
        this.skus = new SkuClashes(account.queries(), account.items().field());
    }

    /** All checks; without credentials there is only one. */
    public Diagnosis run(CallContext call) {
        List<Check> checks = new ArrayList<>();
        try {
            checks.addAll(reach(call));
        } catch (AuthorisationException e) {
            checks.add(new Check(
                    e.code() == ErrorCode.PERMISSION_MISSING ? "query permission" : "credentials",
                    Verdict.FAILED,
                    e.getMessage() + ". " + e.code().remedy()));
            if (e.code() != ErrorCode.PERMISSION_MISSING) {
                return new Diagnosis(checks);
            }
        } catch (ConnectorException e) {
            checks.add(new Check(
                    "connection",
                    Verdict.FAILED,
                    e.getMessage() + ". " + e.code().remedy()));
            return new Diagnosis(checks);
        }
        for (RecordKind kind : RecordKind.values()) {
            checks.addAll(guarded("permission for " + kind.path(), () -> permission(kind, call)));
        }
        for (RecordKind kind : List.of(RecordKind.SALES_ORDER, RecordKind.CASH_SALE)) {
            checks.addAll(guarded("custom fields of " + kind.path(), () -> fields.check(kind, call)));
        }
        checks.addAll(guarded(
                "items of the settings",
                () -> named("item", itemsById, sales.items().given(), call)));
        checks.addAll(guarded(
                "customers of the settings",
                () -> named("customer", customersById, sales.channels().customers(), call)));
        checks.addAll(guarded("locations of the settings", () -> lists.locations(call)));
        checks.addAll(guarded("price levels of the settings", () -> lists.priceLevels(call)));
        checks.addAll(guarded("SKUs", () -> skus.check(call)));
        return new Diagnosis(checks);
    }

    private List<Check> reach(CallContext call) {
        Check credentials = new Check(
                "credentials", Verdict.PASSED, "account " + account.id().id() + " answers");
        return items.any(call)
                ? List.of(credentials, new Check("query permission", Verdict.PASSED, "items can be queried"))
                : List.of(
                        credentials,
                        new Check(
                                "query permission",
                                Verdict.WARNING,
                                "the role sees no item: grant LIST_ITEM (Items), or create items"));
    }

    /** Records about money are needed by hosts only that book money: without them everything else works. */
    private List<Check> permission(RecordKind kind, CallContext call) {
        String subject = "permission for " + kind.path();
        try {
            account.records().probe(kind, call);
        } catch (AuthorisationException e) {
            if (!MONEY.contains(kind)) {
                throw e;
            }
            return List.of(new Check(
                    subject,
                    Verdict.WARNING,
                    e.getMessage() + "; only needed where such records are booked from here"));
        }
        return List.of(new Check(subject, Verdict.PASSED, "it can be read"));
    }

    private List<Check> named(String what, SuiteQl query, Map<String, String> given, CallContext call) {
        Map<String, Row> rows = new HashMap<>();
        if (!given.isEmpty()) {
            account.queries()
                    .rowsOf(given.values(), count -> query.values("ids", count), List.of(), call)
                    .forEach(row -> rows.put(row.required("id"), row));
        }
        List<String> wrong = new ArrayList<>();
        given.forEach((name, id) -> {
            Row row = rows.get(id);
            if (row == null || row.isTrue("isinactive")) {
                wrong.add(name + " names " + what + " " + id + ", which "
                        + (row == null ? "does not exist or is not visible" : "is inactive"));
            }
        });
        String subject = what + "s of the settings";
        return List.of(
                wrong.isEmpty()
                        ? new Check(subject, Verdict.PASSED, "all are there")
                        : new Check(subject, Verdict.FAILED, String.join("; ", wrong) + ": correct the setting"));
    }

    private static List<Check> guarded(String subject, Supplier<List<Check>> check) {
        try {
            return check.get();
        } catch (ConnectorException e) {
            return List.of(new Check(
                    subject, Verdict.FAILED, e.getMessage() + ". " + e.code().remedy()));
        }
    }
}
