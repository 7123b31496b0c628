package dev.drayage.threepl.internal.documents;

import dev.drayage.model.RecordType;
import dev.drayage.threepl.internal.exchange.InboundFile;
import java.util.Set;

/** How a partner's files are read. Thread-safe. */
public interface FileFormat {
    /** The kinds of record that its files tell of. */
    Set<RecordType<?>> types();

    /**
     * Looks at a whole file, in constant memory, before anything of it is handed out.
     *
     * @throws java.io.UncheckedIOException if the spool cannot be read
     */
    Documents open(InboundFile file);
}
