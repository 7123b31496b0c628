package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * One partner's file area: folders with files in them, nothing more. Connectors use it through a delivery or an intake
 * that survives a crash at any step.
 *
 * <p>Thread-safe; calls block until they are done, their deadline has passed or the host cancelled them. A folder is a path
 * of names below the partner's root, separated by slashes; the empty folder is the root. Where a folder is missing it is
 * created if the partner's server allows that. A name that a caller gives is a single name of at most 200 characters without
 * separators and control characters.
 *
 * <p>Errors are {@link dev.drayage.error.ConnectorException}s; their messages hold names and sizes, never a secret or what
 * stands in a file:
 *
 * <ul>
 *   <li>{@code CREDENTIALS_REFUSED}, {@code SERVER_UNKNOWN}, {@code PERMISSION_MISSING};
 *   <li>{@code UNREACHABLE}, {@code SERVICE_FAILURE}, {@code ANSWER_MALFORMED}, {@code DEADLINE_PASSED}, {@code CANCELLED};
 *   <li>{@code OUTCOME_UNKNOWN} if a file was being stored or moved and no answer came;
 *   <li>{@code ANSWER_TOO_LARGE} if a file exceeds the limit of a fetch, {@code RECORD_GONE} if it is no longer there;
 *   <li>{@code FILE_REFUSED} for a name that is not one.
 * </ul>
 */
public interface FileExchange extends AutoCloseable {
    /** Whether a folder is there; nothing is created. */
    boolean hasFolder(String folder, CallContext call);

    /** The regular files that lie in a folder now, in no order. Folders and links are left out. */
    Listing list(String folder, CallContext call);

    /**
     * Writes the bytes of a listed file to {@code target}, which stays open. What was written before an error came is to be
     * thrown away. A file that no longer has the size it was listed with is an error too: it is still being written to.
     *
     * @param maxBytes more than this is never written, whatever the listing said
     * @throws java.io.UncheckedIOException if {@code target} fails
     */
    void fetch(RemoteFile file, OutputStream target, long maxBytes, CallContext call);

    /**
     * Stores a file, over whatever stands under that name. When this returns, the partner's side shows the size of
     * {@code source}. Storing the same again is harmless.
     */
    void store(String folder, String name, Path source, CallContext call);

    /** Moves a file and never over another one. The result says which of the two was in the way; nothing was changed then. */
    MoveOutcome move(String fromFolder, String fromName, String toFolder, String toName, CallContext call);

    /** Ends the connection, if there is one. */
    @Override
    void close();
}
