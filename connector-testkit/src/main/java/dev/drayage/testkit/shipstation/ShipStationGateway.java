package dev.drayage.testkit.shipstation;

import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** What stands in front of the resources: first the key, then the limit. Thread-safe. */
final class ShipStationGateway implements WireServer.Vendor {
    private final Account account;
    private final String apiKey;
    private final RateLimit limit;
    private final Traffic traffic;
    private final ShipmentsApi shipments;
    private final LabelsApi labels;
    private final FulfillmentsApi fulfillments;
    private final WarehousesApi warehouses;
    private final AtomicLong answers = new AtomicLong();

    ShipStationGateway(
            Account account,
            String apiKey,
            RateLimit limit,
            Traffic traffic,
            ShipmentsApi shipments,
            LabelsApi labels,
            FulfillmentsApi fulfillments,
            WarehousesApi warehouses) {
        this.account = account;
        this.apiKey = apiKey;
        this.limit = limit;
        this.traffic = traffic;
        this.shipments = shipments;
        this.labels = labels;
        this.fulfillments = fulfillments;
        this.warehouses = warehouses;
    }

    @Override
    public WireResponse answer(WireRequest request) {
        Optional<Operation> operation = Operation.of(request);
        operation.ifPresent(traffic::request);
        if (!request.header("api-key").equals(Optional.of(apiKey))) {
            return refused(VendorError.unauthorized());
        }
        OptionalLong wait = limit.take();
        if (wait.isPresent()) {
            return refused(VendorError.tooMany()).with("Retry-After", Long.toString(wait.getAsLong()));
        }
        if (operation.isEmpty()) {
            return refused(VendorError.notFound("There is nothing at " + request.method() + " " + request.path()));
        }
        try {
            synchronized (account) {
                return carriedOut(operation.get(), request);
            }
        } catch (VendorError.Refused refused) {
            return refused(refused.error());
        }
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        Operation.of(request).ifPresent(traffic::request);
        return switch (fault) {
            case THROTTLED -> refused(VendorError.tooMany()).with("Retry-After", "1");
            case TOKEN_REJECTED -> refused(VendorError.unauthorized());
            default -> refused(VendorError.internal());
        };
    }

    private WireResponse carriedOut(Operation operation, WireRequest request) {
        String[] segments = request.rawPath().split("/", -1);
        return switch (operation) {
            case CREATE_SHIPMENTS -> shipments.create(request);
            case LIST_SHIPMENTS -> shipments.list(request);
            case GET_SHIPMENT_BY_EXTERNAL_ID -> shipments.byExternalId(decoded(segments[4]));
            case GET_SHIPMENT -> shipments.byId(decoded(segments[3]));
            case UPDATE_SHIPMENT -> shipments.update(request, decoded(segments[3]));
            case CANCEL_SHIPMENT -> shipments.cancel(decoded(segments[3]));
            case LIST_LABELS -> labels.list(request);
            case GET_LABEL -> labels.byId(request, decoded(segments[3]));
            case LIST_FULFILLMENTS -> fulfillments.list(request);
            case CREATE_FULFILLMENTS -> fulfillments.create(request);
            case GET_WAREHOUSE -> warehouses.byId(decoded(segments[3]));
        };
    }

    /** A path segment: unlike in a form, a plus sign is a plus sign. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private WireResponse refused(VendorError error) {
        traffic.refusal(error);
        return error.answer(new UUID(0x51a7104L, answers.incrementAndGet()).toString());
    }
}
