package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Listings Items 2021-08-01 {@code patchListingsItem}. Status 200 says that the request was read, no more: whether it was taken
 * says {@code status}, and ACCEPTED is a receipt. A SKU that nobody listed is accepted too (models issues 2797 and 4402), and
 * nothing comes of it.
 */
final class ListingSubmissions {
    private static final Set<String> PARAMETERS = Set.of("marketplaceIds", "includedData", "mode", "issueLocale");
    private static final String PREVIEW = "VALIDATION_PREVIEW";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ListingCatalog catalog;
    private final ListingsApi listings;
    private final WriteJournal journal;
    private final InstantSource clock;
    private final AtomicLong submissions = new AtomicLong();

    ListingSubmissions(ListingCatalog catalog, ListingsApi listings, WriteJournal journal, InstantSource clock) {
        this.catalog = catalog;
        this.listings = listings;
        this.journal = journal;
        this.clock = clock;
    }

    WireResponse patchListingsItem(WireRequest request, String seller, String rawSku, String sku) {
        QueryParameters parameters = new QueryParameters(request, PARAMETERS);
        listings.checkSeller(seller);
        ListingsApi.checkLength(rawSku);
        Set<String> stores = ListingsApi.stores(parameters);
        Optional<String> mode = parameters.text("mode");
        if (!mode.orElse(PREVIEW).equals(PREVIEW)) {
            throw VendorError.invalidInput("mode has no value " + mode.get() + ".")
                    .thrown();
        }
        List<ListingIssue> issues = new ArrayList<>();
        List<ListingPatch> patches = patches(request, issues);
        if (issues.isEmpty()) {
            catalog.takeRefusal().ifPresent(issues::add);
        }
        String id = "%032x".formatted(submissions.incrementAndGet());
        if (!issues.isEmpty()) {
            return answer(sku, "INVALID", id, issues);
        }
        if (mode.isPresent()) {
            return answer(sku, "VALID", id, issues);
        }
        catalog.submit(
                sku,
                stores.stream()
                        .flatMap(store -> Marketplace.find(store).stream())
                        .toList(),
                patches);
        journal.add(new AcceptedSubmission(
                clock.instant(),
                id,
                sku,
                stores,
                patches.stream().map(ListingPatch::op).toList(),
                patches.stream().flatMap(patch -> patch.entries().stream()).toList()));
        return answer(sku, "ACCEPTED", id, issues);
    }

    private static List<ListingPatch> patches(WireRequest request, List<ListingIssue> issues) {
        JsonNode body;
        try {
            body = JSON.readTree(request.text());
        } catch (JsonProcessingException e) {
            throw VendorError.invalidInput("The body is no JSON.").thrown();
        }
        if (body.path("productType").asText().isEmpty()
                || !body.path("patches").isArray()
                || body.path("patches").isEmpty()) {
            throw VendorError.invalidInput("productType and patches are needed.")
                    .thrown();
        }
        List<ListingPatch> patches = new ArrayList<>();
        body.path("patches").forEach(patch -> patches.add(ListingPatch.read(patch, issues)));
        return patches;
    }

    private static WireResponse answer(String sku, String status, String id, List<ListingIssue> issues) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("sku", sku)
                .put("status", status)
                .put("submissionId", id);
        ArrayNode found = body.putArray("issues");
        issues.forEach(issue -> found.add(issue.json()));
        return WireResponse.json(200, body.toString());
    }
}
