package dev.drayage.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.error.CancelledException;
import dev.drayage.error.UnavailableException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A call is ended by interrupting its thread: the host's interrupts stay the host's, ours leave no trace. */
class InterruptTest {
    private static final int CALLS = 300;

    private final HttpSetup setup = new HttpSetup();

    @Test
    void a_host_that_interrupts_the_thread_ends_the_call_and_finds_the_thread_interrupted() {
        Thread caller = Thread.currentThread();
        try (RawServer server = new RawServer((connection, request) -> caller.interrupt())) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void a_cancelled_call_leaves_its_thread_as_it_was() {
        try (RawServer server = new RawServer((connection, request) -> setup.cancellation.cancel())) {
            ApiClient client = setup.client(server.base()).build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(CancelledException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void a_call_whose_time_is_up_leaves_its_thread_as_it_was() {
        try (RawServer server = new RawServer((connection, request) -> {})) {
            ApiClient client = setup.client(server.base())
                    .attemptLimit(Duration.ofMillis(50))
                    .retries(RetryLimits.none())
                    .build();
            assertThatThrownBy(() -> client.send(HttpSetup.read(), setup.call()))
                    .isInstanceOf(UnavailableException.class);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void a_cancel_that_meets_the_answer_leaves_the_thread_as_it_was() {
        AtomicReference<Cancellation> current = new AtomicReference<>(new Cancellation());
        AtomicInteger answered = new AtomicInteger();
        try (RawServer server = new RawServer((connection, request) -> {
            connection.send(RawServer.response(200, "", "ok"));
            Objects.requireNonNull(current.get()).cancel();
        })) {
            ApiClient client = setup.client(server.base()).build();
            for (int i = 0; i < CALLS; i++) {
                Cancellation cancellation = new Cancellation();
                current.set(cancellation);
                CallContext call = new CallContext(setup.time.instant().plusSeconds(60), cancellation, Priority.ORDERS);
                try {
                    assertThat(client.send(HttpSetup.read(), call).text()).isEqualTo("ok");
                    answered.incrementAndGet();
                } catch (CancelledException e) {
                    // the cancel was first
                }
                while (!cancellation.isCancelled()) {
                    Thread.onSpinWait();
                }
                assertThat(Thread.interrupted()).as("after call %d", i).isFalse();
            }
        }
        System.out.println("of " + CALLS + " calls " + answered + " were answered before they were cancelled");
    }
}
