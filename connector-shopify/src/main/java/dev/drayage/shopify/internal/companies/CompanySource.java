package dev.drayage.shopify.internal.companies;

import dev.drayage.call.CallContext;
import dev.drayage.error.DefectException;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.AccountId;
import dev.drayage.model.Company;
import dev.drayage.model.RecordRef;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.api.Gid;
import dev.drayage.shopify.internal.api.PageCursor;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads companies (B2B) by two clocks, oldest change first: that of the company, then that of its locations, because a location
 * can change without its company. Each company is told once in a window: by its own clock, else by the location that changed last of
 * all its locations; a change that lies behind the window is left to the window that it lies in. Of contacts there is no list by
 * change, so a change of a contact alone comes with the next change of its company. Thread-safe.
 */
public final class CompanySource implements RecordSource<Company> {
    private static final String COMPANIES = "companies";
    private static final String LOCATIONS = "locations";
    /** Shopify counts change instants in seconds. */
    private static final Duration PRECISION = Duration.ofSeconds(1);

    private static final Duration LONGEST_WINDOW = Duration.ofDays(31);

    private final ShopifyApi api;
    private final CompanyOptions options;
    private final CompanyReading reading;
    private final CompanyTranslation translation;

    /** Companies of one shop. */
    public CompanySource(ShopifyApi api, AccountId account, Settings settings) {
        this(api, account, CompanyOptions.of(settings));
    }

    CompanySource(ShopifyApi api, AccountId account, CompanyOptions options) {
        this.api = api;
        this.options = options;
        this.reading = new CompanyReading(api);
        this.translation = new CompanyTranslation(account);
    }

    @Override
    public SourceTraits traits() {
        return SourceTraits.windowed(PRECISION, options.lag(), LONGEST_WINDOW);
    }

    @Override
    public Page<Company> read(Slice slice, Optional<Cursor> at, CallContext call) {
        if (!(slice instanceof Slice.Window window)) {
            throw new IllegalArgumentException("companies are read by windows of change time");
        }
        PageCursor here =
                at.map(cursor -> PageCursor.of(cursor, options.version())).orElseGet(() -> start(COMPANIES));
        boolean byCompany = here.part().equals(COMPANIES);
        JsonValue list =
                list(byCompany ? Documents.COMPANIES_UPDATED : Documents.COMPANY_PLACES_UPDATED, window, here, call);
        List<Change<Company>> changes = new ArrayList<>();
        for (JsonValue node : Pages.nodes(list)) {
            if (byCompany) {
                told(reading.complete(node, call)).ifPresent(changes::add);
            } else {
                byLocation(node, window, call).ifPresent(changes::add);
            }
        }
        Optional<Cursor> next = Pages.next(list)
                .map(after -> new PageCursor(here.part(), options.version(), Optional.of(after)))
                .or(() -> byCompany ? Optional.of(start(LOCATIONS)) : Optional.empty())
                .map(PageCursor::toCursor);
        return new Page<>(changes, next, Optional.empty());
    }

    private PageCursor start(String part) {
        return new PageCursor(part, options.version(), Optional.empty());
    }

    private JsonValue list(Document document, Slice.Window window, PageCursor here, CallContext call) {
        SearchFilter filter =
                SearchFilter.all().from("updated_at", window.from()).before("updated_at", window.to());
        Variables variables = Variables.none()
                .with("query", filter.toString())
                .with("first", options.pageSize())
                .with("after", here.after());
        try {
            return api.execute(document, variables, call).root().required();
        } catch (DefectException e) {
            if (here.after().isPresent()) {
                throw here.expired(e.describe());
            }
            throw e;
        }
    }

    /** The company of a location that changed in the window, unless another clock tells it. */
    private Optional<Change<Company>> byLocation(JsonValue location, Slice.Window window, CallContext call) {
        JsonValue owner = location.required("company");
        if (!ReadCompany.changed(owner).isBefore(window.from())) {
            return Optional.empty();
        }
        CompanyReading.Outcome outcome = reading.read(owner.requiredText("id"), call);
        if (outcome instanceof CompanyReading.Outcome.Whole whole && !isToldBy(location, whole.company(), window)) {
            return Optional.empty();
        }
        return told(outcome);
    }

    private static boolean isToldBy(JsonValue location, ReadCompany company, Slice.Window window) {
        Instant last = company.lastChange();
        return company.ownChange().isBefore(window.from())
                && last.isBefore(window.to())
                && company.latestLocation().flatMap(latest -> latest.text("id")).equals(location.text("id"));
    }

    /** A company that went meanwhile is not told; Shopify keeps no trace of it. */
    private Optional<Change<Company>> told(CompanyReading.Outcome outcome) {
        if (outcome instanceof CompanyReading.Outcome.Whole whole) {
            return Optional.of(translation.change(whole.company()));
        }
        return outcome instanceof CompanyReading.Outcome.Restless restless
                ? Optional.of(translation.restless(restless.company()))
                : Optional.empty();
    }

    /** {@inheritDoc} A deleted company leaves no trace at Shopify, so one that is not shown is gone. */
    @Override
    public Change<Company> fetch(RecordRef ref, CallContext call) {
        Gid gid = new Gid("Company", ref.id());
        if (!Gid.is("Company", gid.toString())) {
            return new Change.NotVisible<>(ref, "company " + ref.id() + " is no number of a company at Shopify");
        }
        return told(reading.read(gid.toString(), call)).orElseGet(() -> new Change.Gone<>(ref));
    }
}
