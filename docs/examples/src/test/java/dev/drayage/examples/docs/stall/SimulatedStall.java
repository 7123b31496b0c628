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
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

// tag::stall-simulator[]
/** A stall's till: two orders or slips on a page, parcels by name, the key "secret". Thread-safe. */
final class SimulatedStall implements WireServer.Vendor {
    final Map<String, String> orders = new ConcurrentSkipListMap<>();
    final Map<String, String> slips = new ConcurrentSkipListMap<>();
    final Set<String> filed = new ConcurrentSkipListSet<>();
    final Map<String, String> parcels = new ConcurrentSkipListMap<>();
    final AtomicLong requests = new AtomicLong();
    final AtomicLong writes = new AtomicLong();

    @Override
    public WireResponse answer(WireRequest request) {
        requests.incrementAndGet();
        if (!request.header("X-Key").equals(Optional.of("secret"))) {
            return WireResponse.empty(401);
        }
        List<String> path = List.of(request.path().substring(1).split("/"));
        boolean read = request.method().equals("GET");
        return switch (path.get(0)) {
            case "orders" -> path.size() > 1 ? found(orders.get(path.get(1))) : page(request, changed(request), orders);
            case "slips" -> path.size() == 1 ? page(request, unfiled(), slips) : slip(path.get(1), read);
            case "parcels" -> read ? found(parcels.get(path.get(1))) : parcel(path.get(1), request.text());
            default -> WireResponse.empty(204);
        };
    }

    private WireResponse slip(String id, boolean read) {
        if (read) {
            return found(slips.get(id));
        }
        filed.add(id);
        return WireResponse.empty(204);
    }

    private WireResponse parcel(String name, String text) {
        if (text.startsWith("Moon Express")) {
            return WireResponse.empty(422);
        }
        writes.incrementAndGet();
        parcels.put(name, text);
        return WireResponse.empty(204);
    }

    private List<String> changed(WireRequest request) {
        Instant from = Instant.parse(request.queryValue("from").orElseThrow());
        Instant to = Instant.parse(request.queryValue("to").orElseThrow());
        int instant = request.queryValue("by").orElseThrow().equals("placed") ? 1 : 2;
        return orders.entrySet().stream()
                .filter(order -> {
                    Instant changed = Instant.parse(order.getValue().split("\t", -1)[instant]);
                    return !changed.isBefore(from) && changed.isBefore(to);
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> unfiled() {
        return slips.keySet().stream().filter(id -> !filed.contains(id)).toList();
    }

    private static WireResponse page(WireRequest request, List<String> all, Map<String, String> lines) {
        String after = request.queryValue("after").orElse("");
        List<String> left = all.stream().filter(id -> id.compareTo(after) > 0).toList();
        List<String> shown = left.subList(0, Math.min(2, left.size()));
        WireResponse page = text(String.join(
                "\n", shown.stream().map(id -> lines.getOrDefault(id, "")).toList()));
        return shown.size() < left.size() ? page.with("X-Next", shown.get(shown.size() - 1)) : page;
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        return WireResponse.empty(fault == Fault.THROTTLED ? 429 : fault == Fault.TOKEN_REJECTED ? 401 : 503);
    }

    private static WireResponse found(@Nullable String text) {
        return text == null ? WireResponse.empty(404) : text(text);
    }

    private static WireResponse text(String text) {
        return new WireResponse(200, Map.of("Content-Type", "text/plain"), text.getBytes(StandardCharsets.UTF_8));
    }
}
// end::stall-simulator[]
