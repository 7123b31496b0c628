package dev.drayage.engine.internal;

import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes records as a person wants before they are worked on. */
final class Overriding<S extends CommerceRecord> implements Feed<S> {
    private final Feed<S> feed;
    private final RecordType<S> type;
    private final UnaryOperator<CommerceRecord> override;

    Overriding(Feed<S> feed, RecordType<S> type, UnaryOperator<CommerceRecord> override) {
        this.feed = feed;
        this.type = type;
        this.override = override;
    }

    @Override
    public Optional<Batch<S>> next() {
        return feed.next().map(batch -> {
            List<Change<S>> changed = batch.changes().stream().map(this::apply).toList();
            return new Batch<>(changed, batch.mark(), batch.why());
        });
    }

    private Change<S> apply(Change<S> change) {
        if (change instanceof Change.Present<S> present) {
            return new Change.Present<>(
                    type.recordClass().cast(override.apply(present.record())),
                    present.revision(),
                    present.createdAt(),
                    present.changedAt(),
                    present.contentDigest());
        }
        return change;
    }
}
