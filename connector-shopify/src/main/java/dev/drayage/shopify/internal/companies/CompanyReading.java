package dev.drayage.shopify.internal.companies;

import dev.drayage.call.CallContext;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.shopify.internal.api.Pages;
import dev.drayage.shopify.internal.api.ShopifyApi;
import dev.drayage.shopify.internal.api.Variables;
import dev.drayage.shopify.internal.documents.Documents;
import java.util.List;
import java.util.Optional;

/**
 * Reads whole companies: where locations or contacts go over several pages they are followed to the end, and a company that
 * changes meanwhile is read anew. Thread-safe.
 */
final class CompanyReading {
    private static final int ATTEMPTS = 3;

    private final ShopifyApi api;
    private final Pages pages;

    CompanyReading(ShopifyApi api) {
        this.api = api;
        this.pages = new Pages(api);
    }

    /** What became of the attempt to read a company. */
    sealed interface Outcome {
        /** All of it, of one state. */
        record Whole(ReadCompany company) implements Outcome {}

        /** Shopify does not show it. */
        record Absent() implements Outcome {}

        /** It changed at every attempt; a later window shows it again. */
        record Restless(JsonValue company) implements Outcome {}
    }

    /** A company by its gid. */
    Outcome read(String gid, CallContext call) {
        JsonValue company =
                api.execute(Documents.COMPANY_BY_ID, Variables.id(gid), call).root();
        return company.isPresent() ? complete(company, call) : new Outcome.Absent();
    }

    /** A company of which the first pages are known. */
    Outcome complete(JsonValue first, CallContext call) {
        JsonValue company = first;
        for (int attempt = 1; ; attempt++) {
            Optional<List<JsonValue>> locations = pages.all(company, "locations", Documents.COMPANY_PLACES, call);
            Optional<List<JsonValue>> contacts = locations.isEmpty()
                    ? Optional.empty()
                    : pages.all(company, "contacts", Documents.COMPANY_CONTACTS, call);
            if (locations.isPresent() && contacts.isPresent()) {
                return new Outcome.Whole(new ReadCompany(company, locations.get(), contacts.get()));
            }
            if (attempt == ATTEMPTS) {
                return new Outcome.Restless(company);
            }
            JsonValue again = api.execute(Documents.COMPANY_BY_ID, Variables.id(company.requiredText("id")), call)
                    .root();
            if (!again.isPresent()) {
                return new Outcome.Absent();
            }
            company = again;
        }
    }
}
