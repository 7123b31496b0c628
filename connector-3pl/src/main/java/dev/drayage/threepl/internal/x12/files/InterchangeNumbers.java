package dev.drayage.threepl.internal.x12.files;

import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.InboundFile;
import dev.drayage.threepl.internal.exchange.StateKeys;
import dev.drayage.threepl.internal.x12.read.Inspection;
import dev.drayage.threepl.internal.x12.read.InterchangeHeader;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which interchange numbers of a warehouse stand for which content: those of files whose work is done are kept, those of files
 * in work are held. Thread-safe.
 */
final class InterchangeNumbers {
    private static final String NUMBERS = StateKeys.INTERCHANGES;

    private final ConnectorState state;
    private final boolean mayRepeat;
    private final Map<String, String> held = new ConcurrentHashMap<>();

    /** Numbers that are kept in {@code state}; where a warehouse begins again, none is. */
    InterchangeNumbers(ConnectorState state, boolean mayRepeat) {
        this.state = state;
        this.mayRepeat = mayRepeat;
    }

    /** Holds the numbers of a file; tells what is wrong if one of them stands for other content. */
    Optional<String> hold(InboundFile file, Inspection.Judged judged) {
        if (mayRepeat) {
            return Optional.empty();
        }
        for (InterchangeHeader header : judged.interchanges()) {
            String key = key(header);
            String known = state.get(key).orElseGet(() -> held.getOrDefault(key, file.digest()));
            if (!known.equals(file.digest())) {
                return Optional.of("file " + file.name() + ": interchange number " + header.control() + " of "
                        + header.sender()
                        + " was used before with other content: ask the warehouse which of them counts"
                        + " and to send it under a new number");
            }
        }
        judged.interchanges().forEach(header -> held.put(key(header), file.digest()));
        return Optional.empty();
    }

    /** The file's interchanges were worked on: their numbers are kept. */
    void keep(InboundFile file, Inspection.Judged judged) {
        for (InterchangeHeader header : judged.interchanges()) {
            state.replace(key(header), Optional.empty(), file.digest());
            held.remove(key(header));
        }
    }

    private static String key(InterchangeHeader header) {
        return NUMBERS + header.senderQualifier() + ":" + header.sender() + "/" + header.control();
    }
}
