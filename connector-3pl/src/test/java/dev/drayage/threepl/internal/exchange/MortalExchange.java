package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** An exchange of a process that may die at each call. The partner looks at its side after each of them. */
final class MortalExchange implements FileExchange {
    private final FileExchange exchange;
    private final Death death;
    private final Runnable partner;

    MortalExchange(FileExchange exchange, Death death, Runnable partner) {
        this.exchange = exchange;
        this.death = death;
        this.partner = partner;
    }

    @Override
    public boolean hasFolder(String folder, CallContext call) {
        return death.call(() -> exchange.hasFolder(folder, call));
    }

    @Override
    public Listing list(String folder, CallContext call) {
        return death.call(() -> exchange.list(folder, call));
    }

    @Override
    public void fetch(RemoteFile file, OutputStream target, long maxBytes, CallContext call) {
        OutputStream half = new OutputStream() {
            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                target.write(bytes, from, length / 2);
                throw new IOException("cut");
            }
        };
        death.call(
                () -> {
                    exchange.fetch(file, target, maxBytes, call);
                    return true;
                },
                () -> {
                    try {
                        exchange.fetch(file, half, maxBytes, call);
                    } catch (UncheckedIOException e) {
                        // cut short, so the partner's side does not think that it was read
                    }
                });
    }

    @Override
    public void store(String folder, String name, Path source, CallContext call) {
        death.call(
                () -> {
                    exchange.store(folder, name, source, call);
                    partner.run();
                    return true;
                },
                () -> {
                    exchange.store(folder, name, half(source), call);
                    partner.run();
                });
    }

    @Override
    public MoveOutcome move(String fromFolder, String fromName, String toFolder, String toName, CallContext call) {
        return death.call(() -> {
            MoveOutcome outcome = exchange.move(fromFolder, fromName, toFolder, toName, call);
            partner.run();
            return outcome;
        });
    }

    @Override
    public void close() {}

    private static Path half(Path source) {
        try {
            byte[] bytes = Files.readAllBytes(source);
            Path half = Files.createTempFile("half", "");
            half.toFile().deleteOnExit();
            return Files.write(half, Arrays.copyOf(bytes, bytes.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
