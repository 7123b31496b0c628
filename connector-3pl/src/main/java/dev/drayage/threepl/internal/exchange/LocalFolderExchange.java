package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ConnectorException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.RefusedException;
import dev.drayage.error.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * A partner's area that is a folder of this machine, mounted or filled by other software. Links are never followed below the
 * root, so nothing outside of it is read or written. Thread-safe.
 */
public final class LocalFolderExchange implements FileExchange {
    private final Path root;
    private final TimeSource time;

    /** The area below {@code root}, which is created if it is missing. */
    public LocalFolderExchange(Path root, TimeSource time) {
        this.root = root.toAbsolutePath().normalize();
        this.time = time;
    }

    @Override
    public boolean hasFolder(String folder, CallContext call) {
        begin(call);
        Path path = root;
        boolean there = Files.exists(path);
        for (String name : NameRules.folder(folder)) {
            path = path.resolve(name);
            there = there && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
        }
        return there;
    }

    @Override
    public Listing list(String folder, CallContext call) {
        begin(call);
        List<RemoteFile> files = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder(folder))) {
            for (Path entry : entries) {
                call.check();
                String name = String.valueOf(entry.getFileName());
                if (!NameRules.isUsable(name)) {
                    refused.add(NameRules.printable(name));
                    continue;
                }
                add(files, folder, name, entry);
            }
        } catch (IOException e) {
            throw failure("folder " + folder + " cannot be listed", e);
        }
        return new Listing(files, refused);
    }

    private static void add(List<RemoteFile> files, String folder, String name, Path entry) throws IOException {
        try {
            BasicFileAttributes is = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (is.isRegularFile()) {
                files.add(new RemoteFile(
                        folder, name, is.size(), is.lastModifiedTime().toInstant()));
            }
        } catch (NoSuchFileException e) {
            // taken by the partner since the folder was opened
        }
    }

    @Override
    public void fetch(RemoteFile file, OutputStream target, long maxBytes, CallContext call) {
        begin(call);
        String name = NameRules.usable(file.name());
        try (InputStream in = Files.newInputStream(file(file.folder(), name), LinkOption.NOFOLLOW_LINKS)) {
            BoundedCopy.of(file, maxBytes).copy(in, target, () -> begin(call));
        } catch (NoSuchFileException e) {
            throw BoundedCopy.gone(file, e);
        } catch (IOException e) {
            throw failure("file " + name + " cannot be read", e);
        }
    }

    @Override
    public void store(String folder, String name, Path source, CallContext call) {
        begin(call);
        NameRules.writable(name);
        try {
            Path target = file(folder, name);
            long size = Durable.copy(source, target, () -> begin(call));
            if (Files.size(target) != size) {
                throw new UnavailableException(
                        ErrorCode.SERVICE_FAILURE,
                        "file " + name + " has " + Files.size(target) + " bytes in " + folder + " instead of " + size);
            }
        } catch (IOException e) {
            throw failure("file " + name + " cannot be stored in " + folder, e);
        }
    }

    @Override
    public MoveOutcome move(String fromFolder, String fromName, String toFolder, String toName, CallContext call) {
        begin(call);
        NameRules.usable(fromName);
        NameRules.writable(toName);
        try {
            Path from = file(fromFolder, fromName);
            Path to = file(toFolder, toName);
            if (!Files.isRegularFile(from, LinkOption.NOFOLLOW_LINKS)) {
                return MoveOutcome.SOURCE_MISSING;
            }
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                return MoveOutcome.TARGET_EXISTS;
            }
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            Durable.folder(to.getParent());
            Durable.folder(from.getParent());
            return MoveOutcome.MOVED;
        } catch (NoSuchFileException e) {
            return MoveOutcome.SOURCE_MISSING;
        } catch (AtomicMoveNotSupportedException e) {
            throw new UnavailableException(
                    ErrorCode.SERVICE_FAILURE,
                    "folders " + fromFolder + " and " + toFolder + " are on different file systems: put them on one",
                    null,
                    null,
                    e);
        } catch (IOException e) {
            throw failure("file " + fromName + " cannot be moved from " + fromFolder + " to " + toFolder, e);
        }
    }

    @Override
    public void close() {}

    private void begin(CallContext call) {
        call.check();
        if (call.remaining(time.instant()).isZero()) {
            throw new UnavailableException(
                    ErrorCode.DEADLINE_PASSED, "the time for the exchange folder " + root + " is over");
        }
    }

    /** The folder itself, made if it is missing; each part of it below the root must be a true folder. */
    private Path folder(String folder) throws IOException {
        Path path = Files.createDirectories(root);
        for (String name : NameRules.folder(folder)) {
            path = path.resolve(name);
            try {
                Files.createDirectory(path);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw new RefusedException(
                            ErrorCode.FILE_REFUSED,
                            "folder " + folder + " is no folder below " + root
                                    + ": replace the link or file that stands there",
                            null,
                            null,
                            e);
                }
            }
        }
        return path;
    }

    private Path file(String folder, String name) throws IOException {
        try {
            return folder(folder).resolve(name);
        } catch (InvalidPathException e) {
            throw new RefusedException(
                    ErrorCode.FILE_REFUSED,
                    "file name '" + NameRules.printable(name)
                            + "' cannot be written on this machine: use other letters",
                    null,
                    null,
                    e);
        }
    }

    private ConnectorException failure(String what, IOException e) {
        String message = what + " below " + root + " (" + e.getClass().getSimpleName() + ")";
        if (e instanceof AccessDeniedException) {
            return new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    message + ": make it readable and writable for this process",
                    null,
                    null,
                    e);
        }
        return new UnavailableException(ErrorCode.UNREACHABLE, message, null, null, e);
    }
}
