package dev.drayage.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Unpacks gzip up to a limit, so that a small answer cannot fill the memory. Stateless. */
public final class BoundedGzip {
    private static final int CHUNK = 16 * 1024;

    private BoundedGzip() {}

    /** What was unpacked is larger than the limit. */
    public static final class LimitExceededException extends IOException {
        private static final long serialVersionUID = 1L;

        /** An exception that names the limit. */
        public LimitExceededException(long limit) {
            super("more than " + limit + " bytes");
        }
    }

    /**
     * The unpacked bytes.
     *
     * @param limit bytes that the result may have
     * @throws LimitExceededException if there are more
     * @throws IOException if the input is no gzip or is cut off
     */
    public static byte[] unpack(byte[] packed, int limit) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(limit, 4 * packed.length + 64));
            byte[] chunk = new byte[CHUNK];
            int read;
            while ((read = in.read(chunk)) >= 0) {
                if (out.size() + read > limit) {
                    throw new LimitExceededException(limit);
                }
                out.write(chunk, 0, read);
            }
            return out.toByteArray();
        }
    }
}
