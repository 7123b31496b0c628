package dev.drayage.threepl.internal.x12.files;

import dev.drayage.call.CallContext;
import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.FileFormat;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.shiporder.Dispatch;
import dev.drayage.threepl.internal.x12.PartnerProfile;
import dev.drayage.threepl.internal.x12.ToldLines;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import dev.drayage.threepl.internal.x12.read.TransactionSet;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * A warehouse's X12 files. An interchange number that was used with other content refuses the file, unless the warehouse is
 * known to begin again. Thread-safe.
 */
public final class X12FileFormat implements FileFormat {
    /** The kinds of record that such files tell of. */
    public static final Set<RecordType<?>> TYPES = TransactionSet.records();

    private final AccountId account;
    private final InterchangeReader reader;
    private final InterchangeNumbers numbers;
    private final Set<RecordType<?>> wanted;
    private final OrderAcknowledgements acknowledgements;
    private final Replies replies;

    /**
     * A warehouse's files, which are answered with {@code dispatch}.
     *
     * @param numbersMayRepeat whether an interchange number may come again with other content
     * @param wanted the kinds of record that are read; documents of others are acknowledged and put away
     */
    public X12FileFormat(
            AccountId account,
            PartnerProfile profile,
            ToldLines sent,
            boolean numbersMayRepeat,
            Set<RecordType<?>> wanted,
            Dispatch dispatch) {
        this.account = account;
        this.reader = new InterchangeReader(account, profile, sent);
        this.wanted = Set.copyOf(wanted);
        this.numbers = new InterchangeNumbers(dispatch.state(), numbersMayRepeat);
        this.acknowledgements = new OrderAcknowledgements(reader, dispatch.acknowledgements());
        this.replies = new Replies(profile, dispatch);
    }

    @Override
    public Set<RecordType<?>> types() {
        return TYPES;
    }

    @Override
    public Documents open(InboundFile file) {
        try {
            Inspection inspection = reader.inspect(file.content());
            Optional<String> reused =
                    inspection instanceof Inspection.Judged judged ? numbers.hold(file, judged) : Optional.empty();
            return new X12Documents(
                    account, file, reader, inspection, reused, wanted, call -> answer(file, inspection, reused, call));
        } catch (IOException e) {
            throw new StoreException("spool file " + file.content() + " cannot be read", e);
        }
    }

    private void answer(InboundFile file, Inspection inspection, Optional<String> reused, CallContext call) {
        if (inspection instanceof Inspection.Judged judged && reused.isEmpty()) {
            numbers.keep(file, judged);
            acknowledgements.take(file, judged);
            replies.send(file, judged.groups(), call);
        } else if (inspection instanceof Inspection.Refused refused) {
            replies.send(file, refused.groups(), call);
        }
    }
}
