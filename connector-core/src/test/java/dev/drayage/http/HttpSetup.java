package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.call.Cancellation;
import dev.drayage.call.Priority;
import dev.drayage.testing.SettableTime;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** What the HTTP tests share: a clock that jumps over pauses, a seeded generator and one transport. */
final class HttpSetup {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    final SettableTime time = new SettableTime(START);
    final Cancellation cancellation = new Cancellation();
    final HttpClient transport = ApiClient.standardTransport();

    ApiClientBuilder client(URI base) {
        return ApiClient.builder(base, transport, time).random(new Random(7));
    }

    CallContext within(Duration timeout) {
        return CallContext.within(timeout, time, cancellation, Priority.ORDERS);
    }

    CallContext call() {
        return within(Duration.ofSeconds(60));
    }

    static ApiRequest read() {
        return ApiRequest.get("getOrder").path("/orders/{}", "1").build();
    }

    static ApiRequest write() {
        return ApiRequest.post("createOrder")
                .path("/orders")
                .json("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .build();
    }
}
