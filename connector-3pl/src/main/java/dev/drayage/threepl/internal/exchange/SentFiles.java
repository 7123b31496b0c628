package dev.drayage.threepl.internal.exchange;

import java.util.ArrayList;
import java.util.List;

/** The archive of what was sent, with notes beside it: it stays when the store is emptied. Thread-safe. */
public final class SentFiles {
    private static final String NOTE = ".note";

    private final Spool spool;

    /** The sent files of a spool. */
    public SentFiles(Spool spool) {
        this.spool = spool;
    }

    /** Their names, those of files on their way included; each ends with the name that the partner sees. */
    public List<String> names() {
        List<String> names = new ArrayList<>(spool.names(Spool.Room.SENT));
        names.addAll(spool.names(Spool.Room.OUTBOX));
        names.removeIf(name -> name.endsWith(NOTE));
        return names;
    }

    /** Puts a note into the archive: a name without content. */
    public void note(String name) {
        spool.write(Spool.Room.SENT, Spool.name("note", name) + NOTE, target -> {});
    }

    /** Whether such a note is there. */
    public boolean isNoted(String name) {
        return spool.has(Spool.Room.SENT, Spool.name("note", name) + NOTE);
    }
}
