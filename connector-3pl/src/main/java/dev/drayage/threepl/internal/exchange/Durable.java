package dev.drayage.threepl.internal.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes to the local disk that have reached it when they return. Stateless. */
final class Durable {
    private static final Set<? extends java.nio.file.OpenOption> REPLACE = Set.of(
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS);

    private Durable() {}

    /** What fills a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream target) throws IOException;
    }

    /** Creates or truncates a file and fills it. */
    static void write(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, REPLACE)) {
            OutputStream out = Channels.newOutputStream(channel);
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
        folder(file.getParent());
    }

    /** Copies a file over another and returns how many bytes it has. */
    static long copy(Path source, Path target, Runnable beforeEach) throws IOException {
        long[] copied = {0};
        try (InputStream in = Files.newInputStream(source)) {
            write(target, out -> {
                byte[] chunk = new byte[64 * 1024];
                for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                    beforeEach.run();
                    out.write(chunk, 0, read);
                    copied[0] += read;
                }
            });
        }
        return copied[0];
    }

    /** Makes names in a folder durable, where the system knows such a thing. */
    static void folder(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; its file systems keep names in a journal of their own
        }
    }
}
