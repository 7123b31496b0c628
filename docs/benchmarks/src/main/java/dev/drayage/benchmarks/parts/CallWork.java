package dev.drayage.benchmarks.parts;

import com.sun.net.httpserver.HttpServer;
import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.http.ApiClient;
import dev.drayage.http.ApiRequest;
import dev.drayage.quota.QuotaObservation;
import dev.drayage.quota.QuotaPermit;
import dev.drayage.quota.QuotaPlan;
import dev.drayage.quota.RateBudget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** Calls of a server on loopback, which answers two kilobytes, and permits that nobody else wants. Confined to one thread. */
final class CallWork implements AutoCloseable {
    private static final byte[] ANSWER =
            ("{\"content\":\"" + "x".repeat(2_000) + "\"}").getBytes(StandardCharsets.UTF_8);

    private final SystemTimeSource time = new SystemTimeSource();
    private final RateBudget budget =
            new RateBudget(QuotaPlan.byOperation().operation("read", 1e9, 1e9).build(), time);
    private final Semaphore semaphore = new Semaphore(1);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final HttpServer server;
    private final URI base;
    private final ApiClient client;

    /** Starts the server. */
    CallWork() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no server on loopback", e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
        });
        server.start();
        base = URI.create("http://" + InetAddress.getLoopbackAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
        client = ApiClient.builder(base, http, time).quota(budget).build();
    }

    private CallContext call() {
        return CallContext.within(Duration.ofMinutes(1), time, new Cancellation(), Priority.ORDERS);
    }

    /** One call with quota, deadline, limits and classification. */
    int send() {
        return client.send(ApiRequest.get("read").path("/orders").build(), call())
                .body()
                .length;
    }

    /** The JDK's client alone. */
    int sendBare() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(base.resolve("/orders"))
                .timeout(Duration.ofMinutes(1))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    }

    /** A permit, settled and closed. */
    void acquire() {
        try (QuotaPermit permit = budget.acquire("read", 1, call())) {
            permit.settle(QuotaObservation.accepted());
        }
    }

    /** The least that counts: a semaphore. */
    void acquireBare() throws InterruptedException {
        semaphore.acquire();
        semaphore.release();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
