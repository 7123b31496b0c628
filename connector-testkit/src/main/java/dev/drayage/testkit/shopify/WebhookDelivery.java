package dev.drayage.testkit.shopify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

/**
 * One delivery: what stands on the wire. Handing it on twice is what Shopify's retry does. Immutable.
 *
 * @param topic such as {@code orders/updated}
 * @param headers headers by name
 * @param body raw body, over which the signature is
 */
@SuppressWarnings("ArrayRecordComponent") // a body is handed over, not compared
public record WebhookDelivery(String topic, Map<String, String> headers, byte[] body) {
    public WebhookDelivery {
        headers = Map.copyOf(headers);
    }

    /** Posts it and answers the status. */
    public int sendTo(URI address, HttpClient http) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
