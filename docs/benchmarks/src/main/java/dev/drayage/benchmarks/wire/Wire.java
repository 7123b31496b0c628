package dev.drayage.benchmarks.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** Reads pages and writes bodies, the same way for every contender. Thread-safe. */
public final class Wire {
    /** When order 0 was changed last; each later one came {@link #SECONDS_APART} after the one before. */
    public static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    /** Seconds between two orders. */
    public static final long SECONDS_APART = 10;

    /** Orders on a page. */
    public static final int PAGE = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final ObjectReader PAGES = MAPPER.readerFor(ReadOrder.Orders.class);
    private static final ObjectWriter BODIES = MAPPER.writerFor(WrittenOrder.class);

    private Wire() {}

    /** The page in a body. */
    public static ReadOrder.Orders page(byte[] body) {
        try {
            return PAGES.readValue(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of an order. */
    public static byte[] body(WrittenOrder order) {
        try {
            return BODIES.writeValueAsBytes(order);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The instant at which order {@code number} was changed last. */
    public static Instant changedAt(long number) {
        return FIRST.plusSeconds(number * SECONDS_APART);
    }
}
