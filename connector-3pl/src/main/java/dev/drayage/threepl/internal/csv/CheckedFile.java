package dev.drayage.threepl.internal.csv;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.StoreException;
import dev.drayage.model.CommerceRecord;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.RecordRef;
import dev.drayage.spi.Change;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A file whose rows were all looked at once and found to hang together. Immutable.
 *
 * @param name as the partner called it
 * @param content where it lies
 * @param modified when it was last written to; never in the future
 */
record CheckedFile(String name, Path content, Instant modified) {

    CsvRows open(CsvLayout layout) {
        try {
            return CsvRows.open(content, layout);
        } catch (FileFault e) {
            throw changed(e);
        }
    }

    Optional<CsvRow> next(CsvRows rows) {
        try {
            return rows.next();
        } catch (FileFault e) {
            throw changed(e);
        }
    }

    private StoreException changed(FileFault e) {
        return new StoreException(
                "spool file " + content + " is not what it was when it was checked: leave the spool to this process",
                e);
    }

    <T extends CommerceRecord> Change<T> unreadable(RecordRef ref, RowFault because) {
        String problem = "file " + name + ", " + because.getMessage();
        return new Change.Unreadable<>(ref, ContentDigest.of(problem), ErrorCode.FILE_REFUSED, problem);
    }
}
