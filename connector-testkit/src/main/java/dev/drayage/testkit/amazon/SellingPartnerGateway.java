package dev.drayage.testkit.amazon;

import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import dev.drayage.testkit.wire.WireServer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What stands in front of the operations: the form of the request, then the token, then the quota. Every answer gets
 * a request id. Thread-safe.
 */
final class SellingPartnerGateway implements WireServer.Vendor {
    private final InstantSource clock;
    private final CallerRules callerRules;
    private final LoginWithAmazon login;
    private final UsagePlans quota;
    private final Traffic traffic;
    private final PlannedAnswers planned;
    private final OrdersApi orders;
    private final ShipmentConfirmations confirmations;
    private final ListingsApi listings;
    private final ListingSubmissions submissions;
    private final SellersApi sellers;
    private final AtomicLong answers = new AtomicLong();
    private final AtomicBoolean unavailable = new AtomicBoolean();

    SellingPartnerGateway(
            InstantSource clock,
            CallerRules callerRules,
            LoginWithAmazon login,
            UsagePlans quota,
            Traffic traffic,
            PlannedAnswers planned,
            OrdersApi orders,
            ShipmentConfirmations confirmations,
            ListingsApi listings,
            ListingSubmissions submissions,
            SellersApi sellers) {
        this.clock = clock;
        this.callerRules = callerRules;
        this.login = login;
        this.quota = quota;
        this.traffic = traffic;
        this.planned = planned;
        this.orders = orders;
        this.confirmations = confirmations;
        this.listings = listings;
        this.submissions = submissions;
        this.sellers = sellers;
    }

    /** Whether planned server errors are 503 instead of 500. */
    void serverErrorsAreUnavailable(boolean value) {
        unavailable.set(value);
    }

    @Override
    public WireResponse answer(WireRequest request) {
        Optional<Operation> operation = Operation.of(request);
        operation.ifPresent(traffic::request);
        return stamped(operation
                .map(known -> answer(known, request))
                .orElseGet(() -> refused(
                        request,
                        Optional.empty(),
                        VendorError.notFound("No simulated operation: " + request.method() + " " + request.path()))));
    }

    @Override
    public WireResponse refusal(Fault fault, WireRequest request) {
        Optional<Operation> operation = Operation.of(request);
        operation.ifPresent(traffic::request);
        if (operation.equals(Optional.of(Operation.REQUEST_TOKEN))) {
            return stamped(loginRefusal(fault));
        }
        VendorError error = switch (fault) {
            case THROTTLED -> VendorError.quotaExceeded();
            case TOKEN_REJECTED -> LoginWithAmazon.expired();
            default -> unavailable.get() ? VendorError.serviceUnavailable() : VendorError.internalFailure();
        };
        return stamped(refused(request, operation, error));
    }

    private static WireResponse loginRefusal(Fault fault) {
        return switch (fault) {
            case THROTTLED -> LoginWithAmazon.error(503, "temporarily_unavailable", "Too many requests.");
            case TOKEN_REJECTED -> LoginWithAmazon.error(401, "invalid_client", "Client authentication failed.");
            default -> LoginWithAmazon.error(500, "server_error", "The server met an unexpected condition.");
        };
    }

    private WireResponse answer(Operation operation, WireRequest request) {
        if (operation == Operation.REQUEST_TOKEN) {
            return planned.take(operation).orElseGet(() -> login.token(request));
        }
        Optional<VendorError> objection = callerRules
                .objection(request)
                .or(() -> login.objection(request.header("x-amz-access-token")))
                .or(() -> quota.take(operation) ? Optional.empty() : Optional.of(VendorError.quotaExceeded()));
        WireResponse answer = objection
                .map(error -> refused(request, Optional.of(operation), error))
                .orElseGet(() -> planned.take(operation).orElseGet(() -> carriedOut(operation, request)));
        return answer.status() == 403 || answer.status() == 429
                ? answer
                : quota.rateLimitHeader(operation)
                        .map(rate -> answer.with("x-amzn-RateLimit-Limit", rate))
                        .orElse(answer);
    }

    private WireResponse carriedOut(Operation operation, WireRequest request) {
        try {
            List<String> raw = List.of(request.rawPath().split("/", -1));
            return switch (operation) {
                case REQUEST_TOKEN -> login.token(request);
                case SEARCH_ORDERS -> orders.searchOrders(request);
                case GET_ORDER -> orders.getOrder(request, decoded(raw.get(4)));
                case CONFIRM_SHIPMENT -> confirmations.confirm(request, decoded(raw.get(4)));
                case SEARCH_LISTINGS_ITEMS -> listings.searchListingsItems(request, decoded(raw.get(4)));
                case GET_LISTINGS_ITEM ->
                    listings.getListingsItem(request, decoded(raw.get(4)), raw.get(5), decoded(raw.get(5)));
                case PATCH_LISTINGS_ITEM ->
                    submissions.patchListingsItem(request, decoded(raw.get(4)), raw.get(5), decoded(raw.get(5)));
                case GET_MARKETPLACE_PARTICIPATIONS -> sellers.marketplaceParticipations();
            };
        } catch (VendorError.Refused refused) {
            return refused(request, Optional.of(operation), refused.error());
        }
    }

    /** A path segment: unlike in a form, a plus sign is a plus sign. */
    private static String decoded(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private WireResponse refused(WireRequest request, Optional<Operation> operation, VendorError error) {
        String name = operation.map(Operation::operationId).orElse(request.path());
        traffic.refusal(new Refusal(clock.instant(), name, error.status(), error.code(), error.message()));
        return error.answer().with("x-amzn-ErrorType", error.code());
    }

    private WireResponse stamped(WireResponse answer) {
        return answer.with("x-amzn-RequestId", new UUID(0x5e11e2L, answers.incrementAndGet()).toString());
    }
}
