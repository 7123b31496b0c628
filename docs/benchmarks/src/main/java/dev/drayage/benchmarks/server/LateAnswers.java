package dev.drayage.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** Answers exchanges after a while, so that a latency costs no thread and hardly any processor time. Thread-safe. */
final class LateAnswers {
    private final DelayQueue<Late> waiting = new DelayQueue<>();

    LateAnswers() {
        Thread thread = new Thread(this::work, "late answers");
        thread.setDaemon(true);
        thread.start();
    }

    /** One exchange and when it is to be answered. */
    private record Late(HttpExchange exchange, long dueNanos) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }

    void execute(HttpExchange exchange, long millis) {
        waiting.add(new Late(exchange, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
    }

    private void work() {
        try {
            while (true) {
                answer(waiting.take().exchange());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange) {
        try {
            OrderServer.answer(exchange, 204, new byte[0]);
        } catch (IOException e) {
            exchange.close(); // the contender went away: it sees that nothing came
        }
    }
}
