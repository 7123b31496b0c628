package dev.drayage.examples.quickstart;

import dev.drayage.Connectors;
import dev.drayage.engine.Plan;
import dev.drayage.engine.RunBudget;
import dev.drayage.engine.Selection;
import dev.drayage.testing.EmbeddedStore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.TreeMap;

/** The same flow against the accounts of a settings file. It only plans, unless it is told to apply. */
final class RealAccounts {
    private static final int LOOKED_AT = 25;

    private RealAccounts() {}

    static void run(Path file, boolean apply, PrintStream out) throws IOException, SQLException, RefusedException {
        Accounts accounts = Accounts.read(file);
        accounts.checkSecrets();
        try (EmbeddedStore ledger = EmbeddedStore.open(accounts.ledger());
                Flow flow = Flow.open(Connectors.Environment.of(ledger.store()), accounts, false)) {
            for (String sync : flow.engine().syncs()) {
                if (apply) {
                    flow.run(sync, RunBudget.minutes(30));
                } else {
                    print(flow.engine().plan(sync, Selection.next(LOOKED_AT)), out);
                }
            }
        }
        if (!apply) {
            out.println("nothing was written; add -Dapply=true to write");
        }
    }

    private static void print(Plan plan, PrintStream out) {
        out.printf(
                "%n%s would do, of the next %d records:%n",
                plan.sync(), plan.records().size());
        for (Plan.PlannedRecord record : plan.records()) {
            out.printf("  %s %s: %s%n", record.verdict(), record.ref(), record.reason());
            for (Plan.PlannedChange change : record.changes()) {
                out.printf("    %s %s %s%n", change.action(), change.type(), new TreeMap<>(change.after()));
            }
        }
    }
}
