package dev.drayage.threepl.internal.documents;

import dev.drayage.call.CallContext;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.SettledRecord;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.util.List;
import java.util.Optional;

/**
 * Records of one kind as a partner's files tell them, read until nothing waits. Thread-safe.
 *
 * @param <T> the record
 */
public final class MailSource<T extends CommerceRecord> implements RecordSource<T> {
    private final RecordType<T> type;
    private final Mailroom mail;

    /** A source of one kind of record. */
    public MailSource(RecordType<T> type, Mailroom mail) {
        this.type = type;
        this.mail = mail;
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.backlog();
    }

    @Override
    public Page<T> read(Slice slice, Optional<Cursor> at, CallContext call) {
        return mail.read(type, at, call);
    }

    @Override
    public Change<T> fetch(RecordRef ref, CallContext call) {
        return mail.fetch(type, ref, call);
    }

    @Override
    public void acknowledge(List<SettledRecord> settled, CallContext call) {
        mail.acknowledge(type, settled, call);
    }
}
