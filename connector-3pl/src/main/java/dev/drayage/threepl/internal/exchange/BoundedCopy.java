package dev.drayage.threepl.internal.exchange;

import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Copies one listed file and stops at its limit, however it was listed and however it grows. Used once. */
final class BoundedCopy {
    private static final int CHUNK = 32 * 1024;

    private final RemoteFile file;
    private final long maxBytes;

    private BoundedCopy(RemoteFile file, long maxBytes) {
        this.file = file;
        this.maxBytes = maxBytes;
    }

    /** Refuses a file at once whose listing is over the limit. */
    static BoundedCopy of(RemoteFile file, long maxBytes) {
        if (file.size() > maxBytes) {
            throw tooLarge(file, maxBytes);
        }
        return new BoundedCopy(file, maxBytes);
    }

    /** Copies all of it; {@code beforeEach} may throw to stop. An error of the target is told apart from one of the source. */
    void copy(InputStream in, OutputStream target, Runnable beforeEach) throws IOException {
        byte[] chunk = new byte[CHUNK];
        long copied = 0;
        while (true) {
            beforeEach.run();
            int read = in.read(chunk);
            if (read < 0) {
                break;
            }
            copied += read;
            if (copied > maxBytes) {
                throw tooLarge(file, maxBytes);
            }
            try {
                target.write(chunk, 0, read);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (copied != file.size()) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED,
                    "file " + file.name() + " had " + file.size() + " bytes in the listing of " + file.folder()
                            + " and " + copied + " when it was read: it is still being written");
        }
    }

    static RefusedException gone(RemoteFile file, @Nullable Throwable cause) {
        return new RefusedException(
                ErrorCode.RECORD_GONE,
                "file " + file.name() + " is no longer in folder " + file.folder(),
                null,
                null,
                cause);
    }

    private static UnavailableException tooLarge(RemoteFile file, long maxBytes) {
        return new UnavailableException(
                ErrorCode.ANSWER_TOO_LARGE,
                "file " + file.name() + " in folder " + file.folder() + " has more than the " + maxBytes
                        + " bytes that are allowed");
    }
}
