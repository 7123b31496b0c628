package dev.drayage.benchmarks.bare;

import dev.drayage.benchmarks.wire.ReadOrder;
import dev.drayage.benchmarks.wire.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;

/**
 * Reads a window page by page and does nothing with it: what nobody can be faster than who reads one page after the other with {@code
 * HttpClient} and Jackson, since where the next page begins stands in this one. Not thread-safe.
 */
public final class BareReading {
    private final URI server;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** A reader of that server's orders. */
    public BareReading(URI server) {
        this.server = server;
    }

    /** Reads every order that changed in {@code [from, to)}; returns how many. */
    public long run(Instant from, Instant to) throws IOException, InterruptedException {
        long read = 0;
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
            read += page.orders().size();
            next = page.next();
        }
        return read;
    }
}
