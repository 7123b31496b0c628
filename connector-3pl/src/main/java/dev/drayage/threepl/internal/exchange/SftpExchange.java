package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/**
 * A partner's area on an SFTP server. One session is opened when it is needed, kept for the calls that follow, and given up when
 * anything goes wrong with it; the next call opens another. Thread-safe: calls go one after another, as the session does.
 *
 * <p>A rename of version 3 must fail where the target exists, and there are servers that replace it all the same: so the target is
 * looked for first. Where the answer to a rename is an error, a listing tells what is so (lftp issue 122: renamed, but told
 * otherwise).
 */
public final class SftpExchange implements FileExchange {
    private static final Duration LOOK_FOR_CANCELLATION = Duration.ofMillis(100);

    private final SftpAccess access;
    private final SftpFailures failures;
    private final TimeSource time;
    private final ReentrantLock turn = new ReentrantLock();
    private @Nullable SftpConnection open;

    /** An exchange that connects at its first call. */
    public SftpExchange(SftpAccess access, TimeSource time) {
        this.access = access;
        this.failures = new SftpFailures(access);
        this.time = time;
    }

    @FunctionalInterface
    private interface Step<T> {
        T take(SftpConnection connection) throws IOException;
    }

    @Override
    public boolean hasFolder(String folder, CallContext call) {
        NameRules.folder(folder);
        return during(
                "folder " + folder + " cannot be looked for", false, call, connection -> connection.hasFolder(folder));
    }

    @Override
    public Listing list(String folder, CallContext call) {
        NameRules.folder(folder);
        return during("folder " + folder + " cannot be listed", false, call, connection -> {
            List<RemoteFile> files = new ArrayList<>();
            List<String> refused = new ArrayList<>();
            for (DirEntry entry : connection.entries(folder)) {
                String name = entry.getFilename();
                if (!isRegular(entry)) {
                    continue;
                }
                if (NameRules.isUsable(name)) {
                    files.add(file(folder, name, entry.getAttributes()));
                } else {
                    refused.add(NameRules.printable(name));
                }
            }
            return new Listing(files, refused);
        });
    }

    @Override
    public void fetch(RemoteFile file, OutputStream target, long maxBytes, CallContext call) {
        String name = NameRules.usable(file.name());
        NameRules.folder(file.folder());
        BoundedCopy copy = BoundedCopy.of(file, maxBytes);
        during("file " + name + " of folder " + file.folder() + " cannot be read", false, call, connection -> {
            try (InputStream in = connection.sftp().read(connection.path(file.folder(), name))) {
                copy.copy(in, target, () -> check(call));
            } catch (SftpException e) {
                if (SftpConnection.isMissing(e)) {
                    throw BoundedCopy.gone(file, e);
                }
                throw e;
            }
            return true;
        });
    }

    @Override
    public void store(String folder, String name, Path source, CallContext call) {
        NameRules.writable(name);
        NameRules.folder(folder);
        String what = "file " + name + " cannot be stored in folder " + folder;
        during(what, true, call, connection -> {
            String path = connection.folder(folder) + "/" + name;
            try (OutputStream out = connection.sftp().write(path, OpenMode.Create, OpenMode.Truncate, OpenMode.Write)) {
                Files.copy(source, out);
            }
            long there = connection.sftp().lstat(path).getSize();
            if (there != Files.size(source)) {
                throw new UnavailableException(
                        ErrorCode.SERVICE_FAILURE,
                        what + ": it has " + there + " bytes there instead of " + Files.size(source));
            }
            return true;
        });
    }

    @Override
    public MoveOutcome move(String fromFolder, String fromName, String toFolder, String toName, CallContext call) {
        NameRules.usable(fromName);
        NameRules.writable(toName);
        NameRules.folder(fromFolder);
        NameRules.folder(toFolder);
        String what = "file " + fromName + " cannot be moved from folder " + fromFolder + " to " + toFolder;
        return during(what, true, call, connection -> {
            String from = connection.path(fromFolder, fromName);
            String to = connection.folder(toFolder) + "/" + toName;
            if (!connection.exists(from)) {
                return MoveOutcome.SOURCE_MISSING;
            }
            if (connection.exists(to)) {
                return MoveOutcome.TARGET_EXISTS;
            }
            try {
                connection.sftp().rename(from, to);
            } catch (SftpException e) {
                if (!SftpFailures.isAnswer(e)) {
                    throw e;
                }
                return afterRefusal(connection, fromFolder, fromName, toFolder, toName, e);
            }
            if (connection.exists(from)) {
                throw new UnavailableException(
                        ErrorCode.SERVICE_FAILURE,
                        what + ": " + access.server() + " says that it was, but it is still there");
            }
            return MoveOutcome.MOVED;
        });
    }

    private static MoveOutcome afterRefusal(
            SftpConnection connection,
            String fromFolder,
            String fromName,
            String toFolder,
            String toName,
            SftpException refusal)
            throws IOException {
        boolean source = lists(connection, fromFolder, fromName);
        boolean target = lists(connection, toFolder, toName);
        if (source && !target) {
            throw refusal;
        }
        if (source) {
            return MoveOutcome.TARGET_EXISTS;
        }
        return target ? MoveOutcome.MOVED : MoveOutcome.SOURCE_MISSING;
    }

    private static boolean lists(SftpConnection connection, String folder, String name) throws IOException {
        for (DirEntry entry : connection.entries(folder)) {
            if (entry.getFilename().equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        turn.lock();
        try {
            drop();
        } finally {
            turn.unlock();
        }
    }

    @SuppressWarnings("try") // the watch works by being there
    private <T> T during(String what, boolean writes, CallContext call, Step<T> step) {
        takeTurn(call);
        boolean kept = false;
        try {
            SftpConnection connection = connection(call);
            try (SftpConnection.Watch watch = connection.watch(call, check(call))) {
                T result = step.take(connection);
                kept = true;
                return result;
            } catch (SftpException e) {
                // a folder that the session is known to have may have been removed since: the next session looks again
                kept = SftpFailures.isAnswer(e) && !SftpConnection.isMissing(e);
                throw e;
            }
        } catch (IOException e) {
            throw failures.of(what, writes, e, call, time.instant());
        } finally {
            if (!kept) {
                drop();
            }
            turn.unlock();
        }
    }

    private void takeTurn(CallContext call) {
        try {
            do {
                check(call);
            } while (!turn.tryLock(LOOK_FOR_CANCELLATION.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException(
                    ErrorCode.DEADLINE_PASSED, "interrupted while waiting for " + access.server(), null, null, e);
        }
    }

    /** The time that is left. */
    private Duration check(CallContext call) {
        call.check();
        Duration left = call.remaining(time.instant());
        if (left.isZero()) {
            throw new UnavailableException(ErrorCode.DEADLINE_PASSED, "the time for " + access.server() + " is over");
        }
        return left;
    }

    private SftpConnection connection(CallContext call) {
        SftpConnection known = open;
        if (known != null && known.isOpen()) {
            return known;
        }
        drop();
        try {
            SftpConnection fresh = SftpConnection.open(access, call, check(call));
            open = fresh;
            return fresh;
        } catch (IOException e) {
            throw failures.notConnected(e, call);
        }
    }

    private void drop() {
        SftpConnection known = open;
        open = null;
        if (known != null) {
            known.abort();
        }
    }

    /** Servers that tell no permissions still tell the kind of an entry in its long name, as {@code ls -l} does. */
    private static boolean isRegular(DirEntry entry) {
        Attributes is = entry.getAttributes();
        return is.getFlags().contains(SftpClient.Attribute.Perms)
                ? is.isRegularFile()
                : entry.getLongFilename() == null || !entry.getLongFilename().matches("[dlbcps].*");
    }

    private static RemoteFile file(String folder, String name, Attributes is) {
        FileTime modified = is.getModifyTime();
        return new RemoteFile(folder, name, is.getSize(), modified == null ? Instant.EPOCH : modified.toInstant());
    }
}
