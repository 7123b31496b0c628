package dev.drayage.threepl.internal.edi;

import dev.drayage.call.CallContext;
import dev.drayage.error.StoreException;
import dev.drayage.model.AccountId;
import dev.drayage.threepl.internal.documents.Documents;
import dev.drayage.threepl.internal.documents.FileFormat;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeReader;
import java.io.IOException;
import java.util.Optional;

/**
 * A warehouse's X12 files. An interchange number that was used with other content refuses the file, unless the warehouse is
 * known to begin again. Thread-safe.
 */
final class EdiFormat implements FileFormat {
    private final AccountId account;
    private final InterchangeReader reader;
    private final InterchangeNumbers numbers;
    private final OrderAcknowledgements acknowledgements;
    private final Replies replies;

    EdiFormat(
            AccountId account,
            InterchangeReader reader,
            InterchangeNumbers numbers,
            OrderAcknowledgements acknowledgements,
            Replies replies) {
        this.account = account;
        this.reader = reader;
        this.numbers = numbers;
        this.acknowledgements = acknowledgements;
        this.replies = replies;
    }

    @Override
    public Documents open(InboundFile file) {
        try {
            Inspection inspection = reader.inspect(file.content());
            Optional<String> reused =
                    inspection instanceof Inspection.Judged judged ? numbers.hold(file, judged) : Optional.empty();
            return new EdiDocuments(
                    account, file, reader, inspection, reused, call -> answer(file, inspection, reused, call));
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
