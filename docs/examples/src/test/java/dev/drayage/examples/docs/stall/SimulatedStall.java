package dev.drayage.examples.docs.stall;

import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

// tag::stall-simulator[]
/** A stall's till: two orders on a page, parcels by name, the key "secret". Thread-safe. */
final class SimulatedStall implements WireServer.Vendor {
    final Map<String, String> orders = new ConcurrentSkipListMap<>();
    final Map<String, String> parcels = new ConcurrentSkipListMap<>();

    @Override
    public WireResponse answer(WireRequest request) {
        if (!request.header("X-Key").equals(Optional.of("secret"))) {
            return WireResponse.empty(401);
        }
        if (request.path().equals("/orders")) {
            return page(request);
        }
        if (request.path().startsWith("/orders/")) {
            return found(orders.get(request.path().substring("/orders/".length())));
        }
        if (request.path().startsWith("/parcels/")) {
            String name = request.path().substring("/parcels/".length());
            if (request.method().equals("GET")) {
                return found(parcels.get(name));
            }
            parcels.put(name, request.text());
        }
        return WireResponse.empty(204);
    }

    private WireResponse page(WireRequest request) {
        Instant from = Instant.parse(request.queryValue("from").orElseThrow());
        Instant to = Instant.parse(request.queryValue("to").orElseThrow());
        String after = request.queryValue("after").orElse("");
        List<String> ids = orders.keySet().stream()
                .filter(id -> id.compareTo(after) > 0)
                .filter(id -> {
                    Instant changed = Instant.parse(line(id).split("\t", -1)[2]);
                    return !changed.isBefore(from) && changed.isBefore(to);
                })
                .toList();
        List<String> shown = ids.subList(0, Math.min(2, ids.size()));
        WireResponse page =
                text(String.join("\n", shown.stream().map(this::line).toList()));
        return shown.size() < ids.size() ? page.with("X-Next", shown.get(shown.size() - 1)) : page;
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        return WireResponse.empty(fault == Fault.THROTTLED ? 429 : fault == Fault.TOKEN_REJECTED ? 401 : 503);
    }

    private String line(String id) {
        return orders.getOrDefault(id, "");
    }

    private static WireResponse found(@Nullable String text) {
        return text == null ? WireResponse.empty(404) : text(text);
    }

    private static WireResponse text(String text) {
        return new WireResponse(200, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }
}
// end::stall-simulator[]
