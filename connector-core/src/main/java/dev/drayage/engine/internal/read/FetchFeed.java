package dev.drayage.engine.internal.read;

import dev.drayage.engine.internal.context.FailureKind;
import dev.drayage.engine.internal.context.Patience;
import dev.drayage.engine.internal.context.RunContext;
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
import org.jspecify.annotations.Nullable;

/** Fetches named records one by one: what a person, a hint, a retry or a recovery asked for. */
public final class FetchFeed<S extends CommerceRecord> implements Feed<S> {
    private static final int BATCH = 16;

    private final RunContext<S> run;
    private final Iterator<Asked> refs;
    private @Nullable Asked held;

    /**
     * A record to fetch.
     *
     * @param ref which
     * @param why what made it come
     */
    public record Asked(RecordRef ref, Why why) {}

    public FetchFeed(RunContext<S> run, Iterator<Asked> refs) {
        this.run = run;
        this.refs = refs;
    }

    /** Records that all come for one reason. */
    public static Iterator<Asked> asked(Why why, Iterator<RecordRef> refs) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return refs.hasNext();
            }

            @Override
            public Asked next() {
                return new Asked(refs.next(), why);
            }
        };
    }

    @Override
    public Optional<Batch<S>> next() {
        Asked asked = following();
        if (asked == null) {
            return Optional.empty();
        }
        Why why = asked.why();
        List<Change<S>> changes = new ArrayList<>();
        while (asked != null && asked.why() == why) {
            run.budget().cancellation().check();
            RecordRef ref = asked.ref();
            changes.add(LogContext.ofRecord(ref, () -> fetch(run, ref)));
            asked = changes.size() < BATCH ? following() : null;
        }
        held = asked;
        return Optional.of(new Batch<>(changes, new PageMark(Optional.empty()), why));
    }

    /** The next one: what was held back because it comes for another reason than those before it, first. */
    private @Nullable Asked following() {
        Asked next = held;
        held = null;
        return next == null && refs.hasNext() ? refs.next() : next;
    }

    /** One record that its source refuses to show, or for which it shows another one, stops nothing else (guarantee G4). */
    public static <S extends CommerceRecord> Change<S> fetch(RunContext<S> run, RecordRef ref) {
        try {
            Change<S> change = Patience.fetch(run, ref);
            return change.ref().equals(ref)
                    ? change
                    : new Change.Unreadable<>(
                            ref,
                            "",
                            ErrorCode.DEFECT,
                            "asked for " + ref + " the source answered with " + change.ref());
        } catch (RuntimeException e) {
            if (FailureKind.of(e).concernsTheAccount()) {
                throw e;
            }
            ErrorCode code = e instanceof ConnectorException known ? known.code() : ErrorCode.DEFECT;
            return new Change.Unreadable<>(ref, "", code, Defects.describe("fetching " + ref, e));
        }
    }
}
