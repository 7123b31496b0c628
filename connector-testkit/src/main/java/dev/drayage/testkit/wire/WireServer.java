package dev.drayage.testkit.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP/1.1 server on a free loopback port, with planned faults. Handlers run on many threads at once; one request is
 * one call of {@link Vendor#answer}. Thread-safe.
 */
public final class WireServer implements AutoCloseable {

    /** What stands behind the wire: the simulated vendor. */
    public interface Vendor {
        /** Carries the request out and answers it. */
        WireResponse answer(WireRequest request);

        /** The vendor's own wording of a refusal; {@code fault} is one of the refusing kinds. */
        WireResponse refusal(Fault fault, WireRequest request);
    }

    private final HttpServer server;
    private final ExecutorService threads;
    private final Vendor vendor;
    private final FaultPlan faults;
    private final CountDownLatch closed = new CountDownLatch(1);

    private WireServer(HttpServer server, ExecutorService threads, Vendor vendor, FaultPlan faults) {
        this.server = server;
        this.threads = threads;
        this.vendor = vendor;
        this.faults = faults;
    }

    /** Starts a server on a free loopback port. */
    public static WireServer start(Vendor vendor, FaultPlan faults) {
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
            ExecutorService threads = Executors.newCachedThreadPool(task -> {
                Thread thread = new Thread(task, "wire-server");
                thread.setDaemon(true);
                return thread;
            });
            WireServer server = new WireServer(http, threads, vendor, faults);
            http.createContext("/", server::serve);
            http.setExecutor(threads);
            http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the server listens, without a trailing slash. */
    public URI baseUri() {
        return URI.create("http://" + server.getAddress().getAddress().getHostAddress() + ":"
                + server.getAddress().getPort());
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            WireRequest request = read(exchange);
            Optional<Fault> fault = faults.take(request);
            if (fault.isEmpty()) {
                send(exchange, vendor.answer(request));
                return;
            }
            switch (fault.get()) {
                case RESET -> {}
                case LOST_ANSWER -> vendor.answer(request);
                case STALLED_BODY -> sendHalf(exchange, vendor.answer(request), true);
                case TRUNCATED_BODY -> sendHalf(exchange, vendor.answer(request), false);
                case THROTTLED, SERVER_ERROR, TOKEN_REJECTED -> send(exchange, vendor.refusal(fault.get(), request));
                case SERVER_ERROR_AFTER_WORK -> {
                    vendor.answer(request);
                    send(exchange, vendor.refusal(Fault.SERVER_ERROR, request));
                }
            }
        }
    }

    private static WireRequest read(HttpExchange exchange) throws IOException {
        URI uri = exchange.getRequestURI();
        Map<String, List<String>> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return new WireRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                uri.getPath(),
                query(uri.getRawQuery()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, List<String>> query(String raw) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return all;
        }
        for (String pair : raw.split("&", -1)) {
            int eq = pair.indexOf('=');
            String name = eq < 0 ? pair : pair.substring(0, eq);
            String value = eq < 0 ? "" : pair.substring(eq + 1);
            all.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), n -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return all;
    }

    private static void send(HttpExchange exchange, WireResponse response) throws IOException {
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        byte[] body = response.body();
        long length = body.length + response.padding();
        exchange.sendResponseHeaders(response.status(), length == 0 ? -1 : length);
        if (length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
                pad(out, response.padding());
            }
        }
    }

    private static void pad(OutputStream out, long spaces) throws IOException {
        byte[] chunk = new byte[(int) Math.min(spaces, 65_536)];
        Arrays.fill(chunk, (byte) ' ');
        for (long left = spaces; left > 0; left -= chunk.length) {
            out.write(chunk, 0, (int) Math.min(left, chunk.length));
        }
    }

    private void sendHalf(HttpExchange exchange, WireResponse response, boolean stall) throws IOException {
        byte[] body = response.body().length > 1 ? response.body() : "{\"half\":true}".getBytes(StandardCharsets.UTF_8);
        int status = response.status() == 204 ? 200 : response.status();
        response.headers()
                .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(status, body.length);
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
        if (stall) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
