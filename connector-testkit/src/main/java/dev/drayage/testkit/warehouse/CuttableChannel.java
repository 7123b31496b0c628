package dev.drayage.testkit.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A file whose transfer may be cut on the way. Used by one connection at a time. */
final class CuttableChannel implements SeekableByteChannel {
    private final SeekableByteChannel whole;
    private final SftpFaults faults;
    private final Runnable cut;
    private boolean doomed;

    CuttableChannel(SeekableByteChannel whole, SftpFaults faults, Runnable cut) {
        this.whole = whole;
        this.faults = faults;
        this.cut = cut;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int length = source.remaining();
        int passes = faults.takeUploadCut(whole.position(), length);
        if (passes == length) {
            return whole.write(source);
        }
        source.limit(source.position() + passes);
        while (source.hasRemaining()) {
            whole.write(source);
        }
        throw broken();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (doomed) {
            throw broken();
        }
        int length = (int) Math.min(target.remaining(), Math.max(0, whole.size() - whole.position()));
        int passes = faults.takeDownloadCut(whole.position(), length);
        if (passes == length) {
            return whole.read(target);
        }
        doomed = true;
        if (passes == 0) {
            throw broken();
        }
        target.limit(target.position() + passes);
        return whole.read(target);
    }

    private IOException broken() {
        cut.run();
        return new IOException("the connection was cut during the transfer");
    }

    @Override
    public long position() throws IOException {
        return whole.position();
    }

    @Override
    public SeekableByteChannel position(long newPosition) throws IOException {
        whole.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return whole.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        whole.truncate(size);
        return this;
    }

    @Override
    public boolean isOpen() {
        return whole.isOpen();
    }

    @Override
    public void close() throws IOException {
        whole.close();
    }
}
