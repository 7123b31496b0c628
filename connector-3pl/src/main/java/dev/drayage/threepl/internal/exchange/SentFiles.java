package dev.drayage.threepl.internal.exchange;

import java.util.ArrayList;
import java.util.List;

/** The archive of what was sent: it stays when the store is emptied. Thread-safe. */
public final class SentFiles {
    private final Spool spool;

    /** The sent files of a spool. */
    public SentFiles(Spool spool) {
        this.spool = spool;
    }

    /** Their names, those of files on their way included; each ends with the name that the partner sees. */
    public List<String> names() {
        List<String> names = new ArrayList<>(spool.names(Spool.Room.SENT));
        names.addAll(spool.names(Spool.Room.OUTBOX));
        return names;
    }
}
