package dev.drayage.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drayage.benchmarks.wire.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A storefront that lists orders by change time and an ERP that takes them, with a latency that can be set for the ERP. Prints
 * its port and ends with its standard input. Nothing is authorised, nothing refused.
 *
 * <ul>
 *   <li>{@code GET /orders?from=I&to=I&after=N}: a page of the orders that changed in the window
 *   <li>{@code POST /salesOrder}: 204 and a {@code Location}
 *   <li>{@code GET /booked/KEY}: the ERP's id of an order, or 404
 *   <li>{@code POST /set?millis=N&orders=N}: latency of the ERP, number of orders at the storefront; forgets what was posted
 *   <li>{@code GET /figures}: what was posted, as {@link Books#figures}, and the number of requests of any kind
 * </ul>
 */
public final class OrderServer {
    private static final int WORKERS = 8;
    private static final byte[] EXTERNAL_ID = "\"externalId\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 10;

    private final OrderPages pages = new OrderPages();
    private final Books books = new Books();
    private final AtomicLong requests = new AtomicLong();
    private final LateAnswers later = new LateAnswers();
    private volatile long millis;
    private volatile long orders;

    private OrderServer() {}

    /** Starts; ends when standard input does. */
    public static void main(String[] args) throws IOException {
        OrderServer server = new OrderServer();
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        http.setExecutor(Executors.newFixedThreadPool(WORKERS));
        http.createContext("/orders", server::list);
        http.createContext("/salesOrder", server::book);
        http.createContext("/booked/", server::lookUp);
        http.createContext("/set", server::set);
        http.createContext("/figures", server::figures);
        http.start();
        System.out.println(http.getAddress().getPort());
        System.out.flush();
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private void list(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        Map<String, String> query = query(exchange);
        long from = number(query, "from");
        long to = Math.min(number(query, "to"), orders);
        long start = query.containsKey("after") ? Long.parseLong(value(query, "after")) : from;
        answer(exchange, 200, pages.page(start, Math.max(start, to)));
    }

    private static long number(Map<String, String> query, String bound) {
        Instant at = Instant.parse(value(query, bound).replace("%3A", ":"));
        long seconds = Math.max(0, Duration.between(Wire.FIRST, at).toSeconds());
        return (seconds + Wire.SECONDS_APART - 1) / Wire.SECONDS_APART;
    }

    private void book(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        int number = numberIn(body);
        books.post(number, body);
        exchange.getResponseHeaders().set("Location", "/salesOrder/" + number);
        if (millis == 0) {
            answer(exchange, 204, new byte[0]);
        } else {
            later.execute(exchange, millis);
        }
    }

    private void lookUp(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String key = exchange.getRequestURI().getPath().substring("/booked/".length());
        int number = Integer.parseInt(key);
        byte[] id = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
        answer(exchange, books.holds(number) ? 200 : 404, books.holds(number) ? id : new byte[0]);
    }

    private static int numberIn(byte[] body) {
        int at = 0;
        while (!matches(body, at)) {
            at++;
        }
        return Integer.parseInt(new String(body, at + EXTERNAL_ID.length, DIGITS, StandardCharsets.US_ASCII));
    }

    private static boolean matches(byte[] body, int at) {
        for (int i = 0; i < EXTERNAL_ID.length; i++) {
            if (body[at + i] != EXTERNAL_ID[i]) {
                return false;
            }
        }
        return true;
    }

    private void set(HttpExchange exchange) throws IOException {
        Map<String, String> query = query(exchange);
        millis = Long.parseLong(value(query, "millis"));
        orders = Long.parseLong(value(query, "orders"));
        if (query.containsKey("forget")) {
            books.forget();
            requests.set(0);
        }
        answer(exchange, 200, new byte[0]);
    }

    private void figures(HttpExchange exchange) throws IOException {
        answer(exchange, 200, (books.figures() + " " + requests.get()).getBytes(StandardCharsets.US_ASCII));
    }

    private static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> values = new HashMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : (query == null ? "" : query).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return values;
    }

    private static String value(Map<String, String> query, String name) {
        String value = query.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the query lacks " + name);
        }
        return value;
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
        exchange.close();
    }
}
