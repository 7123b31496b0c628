package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.WireRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The calls that the simulator answers, under the names of Amazon's models, with their published usage plans. */
public enum Operation {
    /** Login with Amazon: an access token for a refresh token; Amazon publishes no quota for it. */
    REQUEST_TOKEN("requestToken", "POST", "/auth/o2/token", 0, 0),
    /** Orders 2026-01-01: a sweep over the orders. */
    SEARCH_ORDERS("searchOrders", "GET", "/orders/2026-01-01/orders", 0.0056, 20),
    /** Orders 2026-01-01: one order. */
    GET_ORDER("getOrder", "GET", "/orders/2026-01-01/orders/[^/]+", 0.5, 30),
    /** Orders v0: tells Amazon about one package. */
    CONFIRM_SHIPMENT("confirmShipment", "POST", "/orders/v0/orders/[^/]+/shipmentConfirmation", 2, 10),
    /** Listings Items 2021-08-01: a search over the listings. */
    SEARCH_LISTINGS_ITEMS("searchListingsItems", "GET", "/listings/2021-08-01/items/[^/]+", 5, 5),
    /** Listings Items 2021-08-01: one listing. */
    GET_LISTINGS_ITEM("getListingsItem", "GET", "/listings/2021-08-01/items/[^/]+/[^/]+", 5, 10),
    /** Listings Items 2021-08-01: changes one listing. */
    PATCH_LISTINGS_ITEM("patchListingsItem", "PATCH", "/listings/2021-08-01/items/[^/]+/[^/]+", 5, 5),
    /** Sellers v1: the marketplaces the seller takes part in. */
    GET_MARKETPLACE_PARTICIPATIONS(
            "getMarketplaceParticipations", "GET", "/sellers/v1/marketplaceParticipations", 0.016, 15);

    private final String operationId;
    private final String method;
    private final Pattern path;
    private final UsagePlan defaultPlan;

    Operation(String operationId, String method, String path, double rate, int burst) {
        this.operationId = operationId;
        this.method = method;
        this.path = Pattern.compile(path);
        this.defaultPlan = burst == 0 ? UsagePlan.UNLIMITED : new UsagePlan(rate, burst);
    }

    /** Name in Amazon's model. */
    public String operationId() {
        return operationId;
    }

    /** Published default rate and burst. */
    public UsagePlan defaultPlan() {
        return defaultPlan;
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
