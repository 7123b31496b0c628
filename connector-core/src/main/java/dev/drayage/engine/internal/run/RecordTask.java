package dev.drayage.engine.internal.run;

import dev.drayage.engine.Sequence;
import dev.drayage.engine.internal.read.PageMark;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import dev.drayage.store.RecordEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One source record on its way through a run. Used by the coordinator's thread only. */
final class RecordTask {
    final RecordRef ref;
    final String revision;
    final Optional<Instant> changedAt;
    final Optional<Instant> createdAt;
    final Optional<RecordEntry> before;
    final PageMark mark;
    final List<EffectTask> effects = new ArrayList<>();
    Sequence sequence = Sequence.FREE;
    int unfinished;

    /** Whether a person asked for it by name, now or before. */
    boolean admitted;

    boolean wrote;
    boolean open;
    boolean abandoned;

    /** Whether its translation holds it. */
    boolean held;

    /** Whether people were told in this run that it is held too long. */
    boolean heldTooLong;

    /** A newer observation of the same record that came while this one was worked on. */
    @Nullable Change<?> successor;

    @Nullable PageMark successorMark;

    Optional<ErrorCode> parkedCode = Optional.empty();
    String parkedMessage = "";

    Optional<ErrorCode> deferredCode = Optional.empty();
    String deferredMessage = "";
    Optional<String> waitingFor = Optional.empty();
    Optional<Instant> dueAt = Optional.empty();

    RecordTask(
            RecordRef ref,
            String revision,
            Optional<Instant> createdAt,
            Optional<Instant> changedAt,
            Optional<RecordEntry> before,
            PageMark mark) {
        this.ref = ref;
        this.revision = revision;
        this.createdAt = createdAt;
        this.changedAt = changedAt;
        this.before = before;
        this.mark = mark;
        this.admitted = before.map(RecordEntry::admitted).orElse(false);
    }

    void park(ErrorCode code, String message) {
        if (parkedCode.isEmpty()) {
            parkedCode = Optional.of(code);
            parkedMessage = message;
        }
    }

    void defer(ErrorCode code, String message, Optional<String> missing, Optional<Instant> due) {
        if (deferredCode.isEmpty()) {
            deferredCode = Optional.of(code);
            deferredMessage = message;
            waitingFor = missing;
        }
        if (due.isPresent() && (dueAt.isEmpty() || due.get().isBefore(dueAt.get()))) {
            dueAt = due;
        }
    }
}
