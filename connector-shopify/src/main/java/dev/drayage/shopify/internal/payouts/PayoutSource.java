package dev.drayage.shopify.internal.payouts;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.DefectException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Payout;
import dev.drayage.model.RecordRef;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.api.Answer;
import dev.drayage.shopify.internal.api.PageCursor;
import dev.drayage.shopify.internal.api.PageTrail;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.SearchFilter;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.shopify.internal.graphql.Document;
import dev.drayage.spi.Change;
import dev.drayage.spi.Cursor;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.spi.Slice;
import dev.drayage.spi.SourceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads payouts of Shopify Payments with all rows of the balance that they are made of. A payout is searched by its issue, because
 * Shopify shows no instant at which its status changed: every window begins earlier by the setting {@code payouts.lookBack}, and an
 * unchanged payout keeps its revision, so that the engine passes it by. A shop without Shopify Payments has no payouts.
 * Thread-safe.
 */
public final class PayoutSource implements RecordSource<Payout> {
    private static final String PAYOUTS = "payouts";
    /** Shopify counts instants in seconds. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);
    /** Rows of one payout. */
    private static final int MOST = 100_000;

    private final ShopifyApi api;
    private final PayoutOptions options;
    private final PayoutTranslation translation;

    /** Payouts of one shop. */
    public PayoutSource(ShopifyApi api, AccountId account, Settings settings) {
        this(api, account, PayoutOptions.of(settings));
    }

    PayoutSource(ShopifyApi api, AccountId account, PayoutOptions options) {
        this.api = api;
        this.options = options;
        this.translation = new PayoutTranslation(account);
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, options.lag(), LONGEST_WINDOW);
    }

    @Override
    public Page<Payout> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("payouts are read by windows of their issue");
        }
        Optional<PageCursor> here = at.map(cursor -> PageCursor.of(cursor, options.version()));
        SearchFilter filter = SearchFilter.all()
                .from("issued_at", window.from().minus(options.lookBack()))
                .before("issued_at", window.to());
        Optional<JsonValue> payouts = payouts(filter, here, call);
        if (payouts.isEmpty()) {
            return Page.last(List.of());
        }
        List<Change<Payout>> changes = new ArrayList<>();
        for (JsonValue payout : Pages.nodes(payouts.get())) {
            changes.add(translation.change(payout, rows(payout, call)));
        }
        Optional<Cursor> next = Pages.next(payouts.get())
                .map(after -> new PageCursor(PAYOUTS, options.version(), Optional.of(after)).toCursor());
        return new Page<>(changes, next, Optional.empty());
    }

    /** A page of payouts; empty if the shop has no Shopify Payments. */
    private Optional<JsonValue> payouts(SearchFilter filter, Optional<PageCursor> here, CallContext call) {
        Variables variables = Variables.none()
                .with("query", filter.toString())
                .with("first", options.pageSize())
                .with("after", here.flatMap(PageCursor::after));
        try {
            return account(Documents.PAYOUTS, variables, call).map(account -> account.required(PAYOUTS));
        } catch (DefectException e) {
            if (here.isPresent()) {
                throw here.get().expired(e.describe());
            }
            throw e;
        }
    }

    private Optional<JsonValue> account(Document document, Variables variables, CallContext call) {
        Answer answer = api.execute(document, variables, call);
        Set<String> denied = answer.denied();
        if (!denied.isEmpty()) {
            throw new AuthorisationException(
                    ErrorCode.PERMISSION_MISSING,
                    document.name() + ": the app may not see " + denied
                            + "; a payout that is seen in part cannot be booked");
        }
        return answer.root().isPresent() ? Optional.of(answer.root()) : Optional.empty();
    }

    private List<JsonValue> rows(JsonValue payout, CallContext call) {
        String filter = SearchFilter.all()
                .is("payments_transfer_id", PayoutTranslation.number(payout))
                .toString();
        List<JsonValue> rows = new ArrayList<>();
        PageTrail trail = new PageTrail("balance transactions");
        Optional<String> after = Optional.empty();
        do {
            Variables variables = Variables.none().with("query", filter).with("after", after);
            JsonValue page = account(Documents.BALANCE_TRANSACTIONS, variables, call)
                    .map(account -> account.required("balanceTransactions"))
                    .orElseThrow(() -> malformed(payout, "Shopify Payments went while its rows were read"));
            rows.addAll(Pages.nodes(page));
            after = trail.next(page);
            if (rows.size() > MOST) {
                throw malformed(payout, "the pages of its rows do not end after " + rows.size());
            }
        } while (after.isPresent());
        return rows;
    }

    private static UnavailableException malformed(JsonValue payout, String what) {
        return new UnavailableException(
                ErrorCode.ANSWER_MALFORMED, "payout " + PayoutTranslation.number(payout) + ": " + what);
    }

    /** {@inheritDoc} A payout is searched by its number, with the document that windows are read with. */
    @Override
    public Change<Payout> fetch(RecordRef ref, CallContext call) {
        if (!ref.id().matches("[0-9]{1,20}")) {
            return new Change.NotVisible<>(ref, "payout " + ref.id() + " is no number of a payout at Shopify");
        }
        return payouts(SearchFilter.all().is("id", ref.id()), Optional.empty(), call)
                .flatMap(payouts -> Pages.nodes(payouts).stream()
                        .filter(payout -> PayoutTranslation.number(payout).equals(ref.id()))
                        .findFirst())
                .map(payout -> translation.change(payout, rows(payout, call)))
                .orElseGet(() -> new Change.NotVisible<>(
                        ref, "Shopify Payments shows no payout " + ref.id() + "; payouts are never deleted"));
    }
}
