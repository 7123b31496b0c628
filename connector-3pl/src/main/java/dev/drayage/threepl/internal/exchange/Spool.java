package dev.drayage.threepl.internal.exchange;

import dev.drayage.error.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The local folder in which files wait between two durable steps. A file stands there whole or not at all, and only its owner
 * may read it, since it may hold buyers' addresses. Thread-safe as long as no name is written twice at once; every failure is
 * a {@link StoreException}.
 */
public final class Spool {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private static final String UNFINISHED = ".tmp";

    /** Where a file stands. */
    enum Room {
        /** To be delivered. */
        OUTBOX,
        /** Was delivered. */
        SENT,
        /** Came from the partner. */
        INBOX
    }

    private final Path root;

    /** The spool below {@code root}, which is created if it is missing. One account uses it at a time. */
    public Spool(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /** Where a file stands or would stand. */
    Path path(Room room, String name) {
        return root.resolve(room.name().toLowerCase(Locale.ROOT)).resolve(name);
    }

    boolean has(Room room, String name) {
        return Files.isRegularFile(path(room, name), LinkOption.NOFOLLOW_LINKS);
    }

    /** The names of whole files in a room. */
    List<String> names(Room room) {
        Path folder = root.resolve(room.name().toLowerCase(Locale.ROOT));
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.endsWith(UNFINISHED))
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw failure("listed", folder, e);
        }
    }

    /** Writes a file whole: under another name first, then renamed once the disk has it. */
    Path write(Room room, String name, Durable.Content content) {
        Path file = path(room, name);
        Path unfinished = path(room, name + UNFINISHED);
        try {
            folder(room);
            Files.deleteIfExists(unfinished);
            if (POSIX) {
                Files.createFile(
                        unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Durable.write(unfinished, content);
            shiftTo(unfinished, file);
            return file;
        } catch (IOException | UncheckedIOException e) {
            throw failure("written", file, e);
        }
    }

    /** Moves a file to another room if it is still where it was. */
    void shift(Room from, Room to, String name) {
        Path file = path(from, name);
        try {
            if (has(from, name)) {
                folder(to);
                shiftTo(file, path(to, name));
            }
        } catch (IOException e) {
            throw failure("moved", file, e);
        }
    }

    void delete(Room room, String name) {
        Path file = path(room, name);
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure("deleted", file, e);
        }
    }

    /** Keeps what a write left that was cut short after its last byte, if that is so. */
    boolean rescueUnfinished(Room room, String name, long size) {
        Path unfinished = path(room, name + UNFINISHED);
        try {
            if (!Files.isRegularFile(unfinished, LinkOption.NOFOLLOW_LINKS) || Files.size(unfinished) != size) {
                return false;
            }
            shiftTo(unfinished, path(room, name));
            return true;
        } catch (IOException e) {
            throw failure("rescued", unfinished, e);
        }
    }

    /** Deletes what a write that was cut short left. */
    void deleteUnfinished(Room room, String name) {
        delete(room, name + UNFINISHED);
    }

    /** A name for people in front of which stands what makes it unique; safe on every file system. */
    static String name(String unique, String readable) {
        String safe = readable.replaceAll("[^A-Za-z0-9._-]", "_");
        return unique + "-" + safe.substring(Math.max(0, safe.length() - 120));
    }

    private static void shiftTo(Path file, Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.folder(target.getParent());
    }

    private void folder(Room room) throws IOException {
        Path folder = root.resolve(room.name().toLowerCase(Locale.ROOT));
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(root);
        if (POSIX) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
        Durable.folder(root);
    }

    private static StoreException failure(String what, Path file, Exception e) {
        return new StoreException(
                "spool file " + file + " cannot be " + what + " ("
                        + e.getClass().getSimpleName()
                        + "): make room on the disk and the spool folder writable for this process",
                e);
    }
}
