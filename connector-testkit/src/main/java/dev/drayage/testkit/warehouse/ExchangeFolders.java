package dev.drayage.testkit.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** The folders through which files are exchanged. Not thread-safe; the simulator guards it. */
final class ExchangeFolders {
    private final Path drop;
    private final Path out;
    private final Path taken;
    private final boolean deletes;
    private final InstantSource clock;

    ExchangeFolders(Path drop, Path out, Path taken, boolean deletes, InstantSource clock) {
        this.drop = drop;
        this.out = out;
        this.taken = taken;
        this.deletes = deletes;
        this.clock = clock;
        try {
            Files.createDirectories(drop);
            Files.createDirectories(out);
            if (!deletes) {
                Files.createDirectories(taken);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path drop() {
        return drop;
    }

    Path out() {
        return out;
    }

    /** Finished files of the drop folder, by name. */
    List<Path> finished() {
        try (Stream<Path> files = Files.list(drop)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isFinished(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFinished(String name) {
        return !name.startsWith(".") && !name.endsWith(".tmp") && !name.endsWith(".part");
    }

    /** Reads a file and puts it out of the way. */
    byte[] take(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            if (deletes) {
                Files.delete(file);
            } else {
                Files.move(file, free(file.getFileName().toString()));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path free(String name) {
        Path target = taken.resolve(name);
        for (int i = 2; Files.exists(target); i++) {
            target = taken.resolve(name + "." + i);
        }
        return target;
    }

    /** Puts a file out, which bears its name only when it is complete. */
    void put(OutFile file) {
        try {
            Path unfinished = out.resolve("." + file.name() + ".tmp");
            Files.write(unfinished, file.bytes());
            Files.setLastModifiedTime(unfinished, FileTime.from(clock.instant()));
            Files.move(unfinished, out.resolve(file.name()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
