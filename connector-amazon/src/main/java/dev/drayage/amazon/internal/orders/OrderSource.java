package dev.drayage.amazon.internal.orders;

import dev.drayage.amazon.internal.api.AmazonError;
import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.call.CallContext;
import dev.drayage.call.TimeSource;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.RecordRef;
import dev.drayage.model.SalesOrder;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Census;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.CursorExpiredException;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads orders of every kind (shipped by the merchant, under Prime, by Amazon) through Orders 2026-01-01, each once; the
 * syncs route them by status, {@code fulfilledBy} and programs. Pages are scarce (one in 179 seconds, burst 20), so a
 * sweep asks for large ones and gets the lines with them. Thread-safe.
 */
public final class OrderSource implements RecordSource<SalesOrder> {
    private static final String GET_ORDER = "getOrder";
    private static final Pattern ORDER_ID = Pattern.compile("[A-Z0-9]{3}-\\d{7}-\\d{7}");
    private static final Duration PRECISION = Duration.ofMillis(1);
    /** Amazon refuses an upper bound that is younger. */
    private static final Duration AMAZONS_LAG = Duration.ofMinutes(2);

    private final SellingPartnerApi api;
    private final TimeSource time;
    private final OrderOptions options;
    private final OrderTranslation translation;

    /** Orders of one account. */
    public OrderSource(SellingPartnerApi api, TimeSource time, AccountId account, Settings settings) {
        this.api = api;
        this.time = time;
        this.options = OrderOptions.of(settings);
        this.translation = new OrderTranslation(account, options);
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, options.settleDelay(), options.maxSpan());
    }

    @Override
    public Page<SalesOrder> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("orders are read by windows of change time");
        }
        return search(SearchBasis.LAST_UPDATED, window, at, call);
    }

    /** {@inheritDoc} Amazon's list by last update was seen to leave out orders. */
    @Override
    public Optional<Census<SalesOrder>> census() {
        return Optional.of(new ByCreation());
    }

    /** Orders by the instant of their creation. */
    private final class ByCreation implements Census<SalesOrder> {
        @Override
        public String method() {
            return "searchOrders by the instant of creation";
        }

        @Override
        public Page<SalesOrder> list(Slice.Window window, Optional<Cursor> at, CallContext call) {
            return search(SearchBasis.CREATED, window, at, call);
        }
    }

    private Page<SalesOrder> search(SearchBasis basis, Slice.Window window, Optional<Cursor> at, CallContext call) {
        OrderSweep sweep = at.map(cursor -> OrderSweep.resume(basis, window, cursor))
                .orElseGet(() -> OrderSweep.start(basis, window, time.instant().minus(AMAZONS_LAG)));
        if (sweep.isTooEarly()) {
            return new Page<>(List.of(), Optional.empty(), Optional.of(window.from()));
        }
        JsonValue answer = answer(sweep, call);
        List<Change<SalesOrder>> changes = new ArrayList<>();
        answer.required("orders").elements().forEach(order -> changes.add(translation.change(order.required())));
        Optional<Instant> answered = Instants.find(answer, basis.before());
        return new Page<>(
                changes,
                Words.word(answer.at("pagination"), "nextToken").map(sweep::cursor),
                Optional.of(sweep.completeUntil(window, answered)));
    }

    private JsonValue answer(OrderSweep sweep, CallContext call) {
        ApiRequest request = sweep.request(options);
        ApiResponse answer = api.send(request, call);
        if (answer.status() == 400 && sweep.token().isPresent()) {
            throw new CursorExpiredException("searchOrders refused the page token ("
                    + AmazonError.of(answer).text() + ")");
        }
        return api.read(request, answer);
    }

    /** {@inheritDoc} Amazon deletes no order: one that it does not know is another account's, too old, or not there yet. */
    @Override
    public Change<SalesOrder> fetch(RecordRef ref, CallContext call) {
        ApiRequest request = ApiRequest.get(GET_ORDER)
                .path("/orders/2026-01-01/orders/{}", ref.id())
                .query("includedData", options.includedData())
                .build();
        ApiResponse answer = api.send(request, call);
        if (answer.status() == 404
                || (answer.status() == 400 && !ORDER_ID.matcher(ref.id()).matches())) {
            return new Change.NotVisible<>(
                    ref,
                    "Amazon does not show order " + ref.id() + " ("
                            + AmazonError.of(answer).text()
                            + "): another seller's or region's, older than two years, or announced too early");
        }
        if (answer.status() == 400) {
            return new Change.Unreadable<>(
                    ref,
                    "refused",
                    ErrorCode.RECORD_UNREADABLE,
                    "Amazon refuses to show order " + ref.id() + " ("
                            + AmazonError.of(answer).text() + ")");
        }
        Change<SalesOrder> change = translation.change(api.read(request, answer).required("order"));
        if (!change.ref().equals(ref)) {
            throw new UnavailableException(
                    ErrorCode.ANSWER_MALFORMED,
                    "Amazon shows another order than " + ref.id() + ", which was asked for");
        }
        return change;
    }
}
