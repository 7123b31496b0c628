package dev.drayage.engine.internal.read;

import dev.drayage.model.RecordRef;
import dev.drayage.store.Hint;
import dev.drayage.store.Ledger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Records that someone asked for, each once; tells which wish each one serves. */
public final class HintedRecords implements Iterator<FetchFeed.Asked> {
    private static final int PAGE = 500;

    private final Ledger ledger;
    private final String sync;
    private final Map<RecordRef, Hint> served;
    private final Deque<Hint> ready = new ArrayDeque<>();
    private Optional<RecordRef> after = Optional.empty();
    private boolean ended;

    public HintedRecords(Ledger ledger, String sync, Map<RecordRef, Hint> served) {
        this.ledger = ledger;
        this.sync = sync;
        this.served = served;
    }

    @Override
    public boolean hasNext() {
        if (ready.isEmpty() && !ended) {
            List<Hint> page = ledger.hints(sync, after, PAGE);
            ended = page.size() < PAGE;
            if (!page.isEmpty()) {
                after = Optional.of(page.get(page.size() - 1).ref());
                ready.addAll(page);
            }
        }
        return !ready.isEmpty();
    }

    @Override
    public FetchFeed.Asked next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Hint hint = ready.removeFirst();
        served.put(hint.ref(), hint);
        return new FetchFeed.Asked(hint.ref(), hint.pushed() ? Feed.Why.PUSHED : Feed.Why.DUE);
    }
}
