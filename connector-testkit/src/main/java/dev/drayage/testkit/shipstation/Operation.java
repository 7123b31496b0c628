package dev.drayage.testkit.shipstation;

import dev.drayage.testkit.wire.WireRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls that the simulator answers. */
public enum Operation {
    /** One or many new shipments. */
    CREATE_SHIPMENTS("POST", "/v2/shipments"),
    /** A page of shipments. */
    LIST_SHIPMENTS("GET", "/v2/shipments"),
    /** One shipment by the depositor's id. */
    GET_SHIPMENT_BY_EXTERNAL_ID("GET", "/v2/shipments/external_shipment_id/[^/]+"),
    /** One shipment by ShipStation's id. */
    GET_SHIPMENT("GET", "/v2/shipments/[^/]+"),
    /** Other content for a pending shipment. */
    UPDATE_SHIPMENT("PUT", "/v2/shipments/[^/]+"),
    /** A shipment is no longer wanted. */
    CANCEL_SHIPMENT("PUT", "/v2/shipments/[^/]+/cancel"),
    /** A page of labels. */
    LIST_LABELS("GET", "/v2/labels"),
    /** One label by its id. */
    GET_LABEL("GET", "/v2/labels/[^/]+"),
    /** A page of fulfillments. */
    LIST_FULFILLMENTS("GET", "/v2/fulfillments"),
    /** Shipments are marked as shipped. */
    CREATE_FULFILLMENTS("POST", "/v2/fulfillments"),
    /** One warehouse by its id. */
    GET_WAREHOUSE("GET", "/v2/warehouses/[^/]+");

    private final String method;
    private final Pattern path;

    Operation(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(path);
    }

    /** Whether the request calls this operation; fits {@code FaultPlan} as a predicate. */
    public boolean matches(WireRequest request) {
        return method.equals(request.method())
                && path.matcher(request.rawPath()).matches();
    }

    static Optional<Operation> of(WireRequest request) {
        for (Operation operation : values()) {
            if (operation.matches(request)) {
                return Optional.of(operation);
            }
        }
        return Optional.empty();
    }
}
