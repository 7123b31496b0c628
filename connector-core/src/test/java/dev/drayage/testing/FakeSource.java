package dev.drayage.testing;

import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Census;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Reads a {@link FakeWorld} by windows of change time, in pages. Odd behaviour can be planted: repeated pages, empty pages
 * with a next token, expired cursors, unreadable records, records that no page lists. It may have a census, which lists by the
 * instant of creation and leaves nothing out.
 *
 * @param <T> the record
 */
public final class FakeSource<T extends CommerceRecord> implements RecordSource<T> {
    private final FakeWorld world;
    private final RecordType<T> type;
    private final Set<String> unreadable = new HashSet<>();
    private final List<SettledRecord> acknowledged = new ArrayList<>();
    private SourceTraits traits =
            SourceTraits.windowed(Duration.ofMillis(1), Duration.ofMinutes(2), Duration.ofDays(30));
    private int pageSize = 3;
    private boolean repeatPages;
    private boolean emptyPages;
    private final Set<String> unlisted = new HashSet<>();
    private boolean counted;
    private int expireCursors;
    private IntConsumer beforePage = delivered -> {};
    private int delivered;
    private int reads;
    private Optional<CallContext> lastCall = Optional.empty();

    FakeSource(FakeWorld world, RecordType<T> type) {
        this.world = world;
        this.type = type;
    }

    /** Records per page. */
    public FakeSource<T> pageSize(int value) {
        pageSize = value;
        return this;
    }

    /** How it can be read. */
    public FakeSource<T> traits(SourceTraits value) {
        traits = value;
        return this;
    }

    /** Each page comes twice, under different tokens. */
    public FakeSource<T> repeatPages() {
        repeatPages = true;
        return this;
    }

    /** Each page is followed by an empty one that has a next token. */
    public FakeSource<T> emptyPages() {
        emptyPages = true;
        return this;
    }

    /** The next so many cursors are refused. */
    public FakeSource<T> expireCursors(int times) {
        expireCursors = times;
        return this;
    }

    /** A record that cannot be understood. */
    public FakeSource<T> unreadable(String id) {
        unreadable.add(id);
        return this;
    }

    /** The record can be understood again. */
    public FakeSource<T> readable(String id) {
        unreadable.remove(id);
        return this;
    }

    /** Reading lists the record no more, though it can be fetched and counted. */
    public FakeSource<T> unlisted(String id) {
        unlisted.add(id);
        return this;
    }

    /** Reading lists the record again. */
    public FakeSource<T> listed(String id) {
        unlisted.remove(id);
        return this;
    }

    /** It has a census from now on. */
    public FakeSource<T> counted() {
        counted = true;
        return this;
    }

    /** Told before each page how many records the pages before it held. */
    public FakeSource<T> beforePage(IntConsumer listener) {
        beforePage = listener;
        return this;
    }

    /** How many pages and single records were asked for. */
    public int reads() {
        return reads;
    }

    /** How the last page was asked for. */
    public Optional<CallContext> lastCall() {
        return lastCall;
    }

    /** What the engine acknowledged. */
    public List<SettledRecord> acknowledged() {
        return List.copyOf(acknowledged);
    }

    @Override
    public SourceTraits traits() {
        return traits;
    }

    @Override
    public Page<T> read(Slice slice, Optional<Cursor> at, CallContext call) {
        check(slice);
        lastCall = Optional.of(call);
        return page(
                world.all(type).stream()
                        .filter(held -> !unlisted.contains(held.ref().id()))
                        .filter(held -> !(slice instanceof Slice.Window window) || isIn(window, held.changedAt()))
                        .toList(),
                at);
    }

    @Override
    public Optional<Census<T>> census() {
        return counted ? Optional.of(new ByCreation()) : Optional.empty();
    }

    /** Real accounts refuse a window that is too long. */
    private void check(Slice slice) {
        if (slice instanceof Slice.Window window
                && Duration.between(window.from(), window.to()).compareTo(traits.maxSpan()) > 0) {
            throw new IllegalArgumentException("a window of " + window + " is longer than " + traits.maxSpan());
        }
    }

    private static boolean isIn(Slice.Window window, Instant instant) {
        return !instant.isBefore(window.from()) && instant.isBefore(window.to());
    }

    /** Everything, by the instant of its creation. */
    private final class ByCreation implements Census<T> {
        @Override
        public String method() {
            return "creation";
        }

        @Override
        public Page<T> list(Slice.Window window, Optional<Cursor> at, CallContext call) {
            check(window);
            lastCall = Optional.of(call);
            return page(
                    world.all(type).stream()
                            .filter(held -> isIn(window, held.createdAt()))
                            .toList(),
                    at);
        }
    }

    private Page<T> page(List<FakeWorld.Held> all, Optional<Cursor> at) {
        reads++;
        beforePage.accept(delivered);
        if (at.isPresent() && expireCursors > 0) {
            expireCursors--;
            throw new CursorExpiredException("cursor " + at.get().token() + " expired");
        }
        int step = at.map(cursor -> Integer.parseInt(cursor.token())).orElse(0);
        int copies = 1 + (repeatPages ? 1 : 0) + (emptyPages ? 1 : 0);
        int page = step / copies;
        boolean empty = emptyPages && step % copies == copies - 1;
        int from = Math.min(page * pageSize, all.size());
        int to = Math.min(from + pageSize, all.size());
        List<Change<T>> changes = empty
                ? List.of()
                : all.subList(from, to).stream().map(this::change).toList();
        delivered += changes.size();
        boolean last = to >= all.size() && step % copies == copies - 1;
        return new Page<>(
                changes,
                last ? Optional.empty() : Optional.of(new Cursor(Integer.toString(step + 1))),
                Optional.empty());
    }

    @Override
    public Change<T> fetch(RecordRef ref, CallContext call) {
        reads++;
        return world.get(ref).map(this::change).orElseGet(() -> new Change.Gone<>(ref));
    }

    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        acknowledged.addAll(settled);
    }

    private Change<T> change(FakeWorld.Held held) {
        String revision = "v" + held.version();
        if (unreadable.contains(held.ref().id())) {
            return new Change.Unreadable<>(
                    held.ref(),
                    revision,
                    ErrorCode.RECORD_UNREADABLE,
                    "record " + held.ref().id() + " has no total");
        }
        return new Change.Present<>(
                type.recordClass().cast(held.record()),
                revision,
                Optional.of(held.createdAt()),
                held.changedAt(),
                Optional.of(FakeSink.digest(held.record())));
    }
}
