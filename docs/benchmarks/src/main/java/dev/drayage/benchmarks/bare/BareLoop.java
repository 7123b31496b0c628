package dev.drayage.benchmarks.bare;

import dev.drayage.benchmarks.wire.ReadOrder;
import dev.drayage.benchmarks.wire.Wire;
import dev.drayage.benchmarks.wire.WrittenOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads a window page by page and posts every order, so many at a time, the next pages being read meanwhile. Remembers nothing:
 * after a kill it would send everything again. An answer but 204 ends it with an exception; an answer that the JDK's client loses is counted and
 * never asked for, so whether such an order was booked stays unknown.
 */
public final class BareLoop implements AutoCloseable {
    private static final int WAITING = 256;

    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final ExecutorService lanes;
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();

    /** A loop with so many lanes. */
    public BareLoop(URI server, int lanes) {
        this.server = server;
        this.lanes = Executors.newFixedThreadPool(lanes);
    }

    /** Posts every order that changed in {@code [from, to)}; returns how many. */
    public long run(Instant from, Instant to) throws IOException, InterruptedException {
        Semaphore room = new Semaphore(WAITING);
        long posted = 0;
        String next = "";
        while (next != null) {
            String after = next.isEmpty() ? "" : "&after=" + next;
            HttpRequest request = HttpRequest.newBuilder(server.resolve("/orders?from=" + from + "&to=" + to + after))
                    .build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            ReadOrder.Orders page = Wire.page(answer.body());
            for (ReadOrder order : page.orders()) {
                room.acquire();
                posted++;
                lanes.execute(() -> {
                    try {
                        post(order);
                    } finally {
                        room.release();
                    }
                });
            }
            next = page.next();
        }
        room.acquire(WAITING);
        if (refused.get() > 0) {
            throw new IOException(refused.get() + " orders were not taken");
        }
        return posted;
    }

    /** How many answers were lost. */
    public long lost() {
        return lost.get();
    }

    private void post(ReadOrder order) {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/salesOrder"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.body(written(order))))
                .build();
        try {
            if (client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() != 204) {
                refused.incrementAndGet();
            }
        } catch (IOException e) {
            lost.incrementAndGet();
        } catch (InterruptedException e) {
            refused.incrementAndGet();
            Thread.currentThread().interrupt();
        }
    }

    private static WrittenOrder written(ReadOrder order) {
        ReadOrder.PostalAddress to = order.recipient().deliveryAddress();
        List<WrittenOrder.Item> items = new ArrayList<>();
        for (ReadOrder.Line line : order.orderItems()) {
            items.add(new WrittenOrder.Item(
                    new WrittenOrder.Id(line.product().sellerSku()),
                    BigDecimal.valueOf(line.quantityOrdered()),
                    new BigDecimal(line.proceeds().proceedsTotal().amount()),
                    line.product().title(),
                    line.orderItemId()));
        }
        return new WrittenOrder(
                order.orderId(),
                order.createdTime().substring(0, 10),
                new WrittenOrder.Id("77"),
                new WrittenOrder.Id(order.proceeds().grandTotal().currencyCode()),
                order.orderId(),
                new WrittenOrder.ShippingAddress(
                        to.name(),
                        to.addressLine1(),
                        to.city(),
                        to.stateOrRegion(),
                        to.postalCode(),
                        new WrittenOrder.Id(to.countryCode())),
                new WrittenOrder.Items(items));
    }

    @Override
    public void close() {
        lanes.shutdown();
    }
}
