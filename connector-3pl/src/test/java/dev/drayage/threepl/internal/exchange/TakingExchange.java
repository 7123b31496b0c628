package dev.drayage.threepl.internal.exchange;

import dev.drayage.call.CallContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server that takes a file away once it was read to its end and the reader has kept it. */
final class TakingExchange implements FileExchange {
    private final ExchangeWorld world;
    private final FileExchange exchange;

    TakingExchange(ExchangeWorld world) {
        this.world = world;
        this.exchange = world.exchange();
    }

    @Override
    public boolean hasFolder(String folder, CallContext call) {
        return exchange.hasFolder(folder, call);
    }

    @Override
    public Listing list(String folder, CallContext call) {
        return exchange.list(folder, call);
    }

    @Override
    public void fetch(RemoteFile file, OutputStream target, long maxBytes, CallContext call) {
        exchange.fetch(file, target, maxBytes, call);
        try {
            Files.delete(world.folder(file.folder()).resolve(file.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void store(String folder, String name, Path source, CallContext call) {
        exchange.store(folder, name, source, call);
    }

    @Override
    public MoveOutcome move(String fromFolder, String fromName, String toFolder, String toName, CallContext call) {
        return exchange.move(fromFolder, fromName, toFolder, toName, call);
    }

    @Override
    public void close() {
        exchange.close();
    }
}
