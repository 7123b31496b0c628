package dev.drayage.engine.internal.plan;

import dev.drayage.engine.Plan;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.read.Feed;
import dev.drayage.engine.internal.read.FetchFeed;
import dev.drayage.engine.internal.read.PageMark;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.spi.Change;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the records of a plan again, plans them again, and lets through only those for which nothing has moved; for the
 * others an alarm is raised and nothing is done.
 */
public final class PlannedFeed<S extends CommerceRecord> implements Feed<S> {
    private final RunContext<S> run;
    private final Planner<S> planner;
    private final Iterator<Plan.PlannedRecord> records;

    public PlannedFeed(RunContext<S> run, Planner<S> planner, Plan plan) {
        this.run = run;
        this.planner = planner;
        this.records = plan.records().stream()
                .filter(record -> record.verdict() == Plan.Verdict.WRITE || record.verdict() == Plan.Verdict.ADOPT)
                .iterator();
    }

    @Override
    public Optional<Batch<S>> next() {
        while (records.hasNext()) {
            Plan.PlannedRecord planned = records.next();
            Change<S> change = FetchFeed.fetch(run, planned.ref());
            Plan.PlannedRecord now = planner.plan(List.of(change)).get(0);
            if (now.fingerprint().equals(planned.fingerprint())) {
                return Optional.of(new Batch<>(List.of(change), new PageMark(Optional.empty()), Why.PUSHED));
            }
            run.news().alarm(ErrorCode.PLAN_OUTDATED, planned.ref(), "it was not applied");
        }
        return Optional.empty();
    }
}
