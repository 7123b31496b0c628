package dev.drayage.threepl.internal.shipmentfile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The three rooms of an exchange folder: files come in, and go to processed or failed under a name that holds a digest of
 * their content, so that a move that was cut short can be repeated and the same file twice ends as one. Files that are still
 * being written, links and folders are left alone.
 */
final class ExchangeFolder {
    private final Path root;
    private final List<String> unfinished;
    private final long maxBytes;

    ExchangeFolder(Path root, List<String> unfinished, long maxBytes) {
        this.root = root;
        this.unfinished = unfinished;
        this.maxBytes = maxBytes;
    }

    Path root() {
        return root;
    }

    long maxBytes() {
        return maxBytes;
    }

    /** Finished files, in order of their names. */
    List<Path> inbound() throws IOException {
        Path folder = Files.createDirectories(root.resolve("inbound"));
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS) && isFinished(name(entry))) {
                    files.add(entry);
                }
            }
        }
        files.sort(Comparator.comparing(ExchangeFolder::name));
        return files;
    }

    /** Where a file of this name and content goes, or went. */
    static String finalName(String name, String digest) {
        int dot = name.lastIndexOf('.');
        return dot < 1 ? name + "." + digest : name.substring(0, dot) + "." + digest + name.substring(dot);
    }

    /** A file that was put away under its final name, wherever. */
    Optional<Path> putAway(String finalName) {
        for (String room : List.of("processed", "failed")) {
            Path file = root.resolve(room).resolve(finalName).normalize();
            if (file.startsWith(root) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Puts a file away; with reasons it goes to failed, and they stand in a file beside it. */
    void putAway(Path file, String finalName, List<String> reasons) throws IOException {
        Path folder = Files.createDirectories(root.resolve(reasons.isEmpty() ? "processed" : "failed"));
        if (!reasons.isEmpty()) {
            Files.write(folder.resolve(finalName + ".reason.txt"), reasons, StandardCharsets.UTF_8);
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(
                    file,
                    folder.resolve(finalName),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private boolean isFinished(String name) {
        return !name.startsWith(".") && unfinished.stream().noneMatch(name::endsWith);
    }
}
