package dev.drayage.engine.internal.read;

import dev.drayage.engine.internal.context.Patience;
import dev.drayage.engine.internal.context.RunContext;
import dev.drayage.engine.internal.context.Stop;
import dev.drayage.engine.internal.news.Defects;
import dev.drayage.engine.internal.news.LogContext;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Fetches named records one by one: what a person, a hint, a retry or a recovery asked for. */
public final class FetchFeed<S extends CommerceRecord> implements Feed<S> {
    private static final int BATCH = 16;

    private final RunContext<S> run;
    private final Iterator<RecordRef> refs;
    private final Why why;

    public FetchFeed(RunContext<S> run, Iterator<RecordRef> refs, Why why) {
        this.run = run;
        this.refs = refs;
        this.why = why;
    }

    @Override
    public Optional<Batch<S>> next() {
        List<Change<S>> changes = new ArrayList<>();
        while (changes.size() < BATCH && refs.hasNext()) {
            run.budget().cancellation().check();
            RecordRef ref = refs.next();
            changes.add(LogContext.ofRecord(ref, () -> fetch(run, ref)));
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch<>(changes, new PageMark(Optional.empty()), why));
    }

    /** One record that its source refuses to show stops nothing else (guarantee G4). */
    public static <S extends CommerceRecord> Change<S> fetch(RunContext<S> run, RecordRef ref) {
        try {
            return Patience.fetch(run, ref);
        } catch (RuntimeException e) {
            if (Stop.concernsTheAccount(e)) {
                throw e;
            }
            ErrorCode code = e instanceof ConnectorException known ? known.code() : ErrorCode.DEFECT;
            return new Change.Unreadable<>(ref, "", code, Defects.describe("fetching " + ref, e));
        }
    }
}
