package dev.drayage.benchmarks.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/**
 * What the parts allocate, in bytes for one operation, measured on one thread after a warm-up. Bounds are about a quarter above
 * what was measured on Java 17, so growth by half fails. Times are held by no test.
 */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long bytesOf(int warmUps, int repetitions, Callable<?> operation) throws Exception {
        for (int i = 0; i < warmUps; i++) {
            operation.call();
        }
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        for (int i = 0; i < repetitions; i++) {
            operation.call();
        }
        return (THREADS.getThreadAllocatedBytes(thread) - before) / repetitions;
    }

    private static void assertAllocates(String what, long bytes, long most) {
        System.out.println(what + ": " + bytes + " bytes, held below " + most);
        assertThat(bytes).as(what).isPositive().isLessThanOrEqualTo(most);
    }

    @Test
    void a_known_page_of_100_allocates_no_more_than_it_did() throws Exception {
        try (EngineWork work = new EngineWork()) {
            assertAllocates("a known page of 100", bytesOf(50, 50, work::readKnown) / EngineWork.PAGES, 232_000);
        }
    }

    @Test
    void a_hundred_new_records_allocate_no_more_than_they_did() throws Exception {
        try (EngineWork work = new EngineWork()) {
            assertAllocates("100 new records", bytesOf(20, 20, work::bookNew) / EngineWork.PAGES, 1_520_000);
        }
    }

    @Test
    void an_order_of_three_lines_allocates_no_more_than_it_did() throws Exception {
        ModelWork work = new ModelWork();
        assertAllocates("an order of three lines", bytesOf(20_000, 20_000, work::build), 3_230);
    }

    @Test
    void the_digest_of_an_order_allocates_no_more_than_it_did() throws Exception {
        ModelWork work = new ModelWork();
        assertAllocates("the digest of an order", bytesOf(20_000, 20_000, work::digest), 7_060);
    }
}
