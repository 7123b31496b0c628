package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Listings Items 2021-08-01, what is read: {@code searchListingsItems}, and {@code getListingsItem}, which tells of one store
 * however many it is asked for (docs issue 2362). {@code attributes} are what was submitted, {@code fulfillmentAvailability} is
 * what is in force.
 */
final class ListingsApi {
    private static final Set<String> GET = Set.of("marketplaceIds", "issueLocale", "includedData");
    private static final Set<String> SEARCH = Set.of(
            "marketplaceIds",
            "issueLocale",
            "includedData",
            "identifiers",
            "identifiersType",
            "createdAfter",
            "createdBefore",
            "lastUpdatedAfter",
            "lastUpdatedBefore",
            "withStatus",
            "withoutStatus",
            "sortBy",
            "sortOrder",
            "pageSize",
            "pageToken");
    private static final Set<String> DATA_SETS = Set.of(
            "summaries",
            "attributes",
            "issues",
            "offers",
            "fulfillmentAvailability",
            "procurement",
            "relationships",
            "productTypes");
    /** Longest SKU; Amazon seems to count it as sent, before the percent-encoding is undone. */
    private static final int SKU_LENGTH = 40;

    private final ListingCatalog catalog;
    private final String sellerId;

    ListingsApi(ListingCatalog catalog, String sellerId) {
        this.catalog = catalog;
        this.sellerId = sellerId;
    }

    WireResponse getListingsItem(WireRequest request, String seller, String rawSku, String sku) {
        QueryParameters parameters = new QueryParameters(request, GET);
        checkSeller(seller);
        String store = stores(parameters).iterator().next();
        checkLength(rawSku);
        SimulatedListing listing = Marketplace.find(store)
                .flatMap(asked -> catalog.listing(sku, asked))
                .orElseThrow(() -> VendorError.notFound("SKU '" + sku + "' was not found in marketplace " + store + ".")
                        .thrown());
        return WireResponse.json(200, json(listing, dataSets(parameters)).toString());
    }

    WireResponse searchListingsItems(WireRequest request, String seller) {
        QueryParameters parameters = new QueryParameters(request, SEARCH);
        checkSeller(seller);
        Set<String> dataSets = dataSets(parameters);
        List<SimulatedListing> found = matching(parameters);
        int pageSize = parameters.number("pageSize", 10, 20);
        int from = parameters.text("pageToken").map(ListingsApi::offset).orElse(0);
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("numberOfResults", found.size());
        ObjectNode pagination = JsonNodeFactory.instance.objectNode();
        if (from + pageSize < found.size()) {
            pagination.put("nextToken", token(from + pageSize));
        }
        if (from > 0) {
            pagination.put("previousToken", token(Math.max(0, from - pageSize)));
        }
        if (!pagination.isEmpty()) {
            body.set("pagination", pagination);
        }
        ArrayNode items = body.putArray("items");
        found.stream().skip(from).limit(pageSize).forEach(listing -> items.add(json(listing, dataSets)));
        return WireResponse.json(200, body.toString());
    }

    private List<SimulatedListing> matching(QueryParameters parameters) {
        Set<String> stores = stores(parameters);
        Set<String> identifiers = parameters.texts("identifiers", 20);
        String type = parameters.text("identifiersType").orElse("");
        if (identifiers.isEmpty() != type.isEmpty()) {
            throw badRequest("identifiers and identifiersType belong together.").thrown();
        }
        Set<String> with = parameters.texts("withStatus", 2);
        Set<String> without = parameters.texts("withoutStatus", 2);
        Instant createdAfter = parameters.instant("createdAfter").orElse(Instant.MIN);
        Instant createdBefore = parameters.instant("createdBefore").orElse(Instant.MAX);
        Instant updatedAfter = parameters.instant("lastUpdatedAfter").orElse(Instant.MIN);
        Instant updatedBefore = parameters.instant("lastUpdatedBefore").orElse(Instant.MAX);
        return catalog.all().stream()
                .filter(listing -> stores.contains(listing.marketplace().id()))
                .filter(listing -> identifiers.isEmpty() || identifiers.contains(identifier(listing, type)))
                .filter(listing -> listing.status().containsAll(with))
                .filter(listing -> Collections.disjoint(listing.status(), without))
                .filter(listing -> within(listing.createdTime(), createdAfter, createdBefore))
                .filter(listing -> within(listing.lastUpdatedTime(), updatedAfter, updatedBefore))
                .sorted(order(parameters))
                .toList();
    }

    private static boolean within(Instant time, Instant after, Instant before) {
        return !time.isBefore(after) && !time.isAfter(before);
    }

    private static String identifier(SimulatedListing listing, String type) {
        return switch (type) {
            case "SKU" -> listing.sku();
            case "ASIN" -> listing.asin();
            default ->
                throw badRequest("Identifiers of type " + type + " are not simulated.")
                        .thrown();
        };
    }

    private static Comparator<SimulatedListing> order(QueryParameters parameters) {
        Comparator<SimulatedListing> order = switch (parameters.text("sortBy").orElse("lastUpdatedDate")) {
            case "sku" -> Comparator.comparing(SimulatedListing::sku);
            case "createdDate" ->
                Comparator.comparing(SimulatedListing::createdTime).thenComparing(SimulatedListing::sku);
            case "lastUpdatedDate" ->
                Comparator.comparing(SimulatedListing::lastUpdatedTime).thenComparing(SimulatedListing::sku);
            default -> throw badRequest("Invalid input").thrown();
        };
        return switch (parameters.text("sortOrder").orElse("DESC")) {
            case "ASC" -> order;
            case "DESC" -> order.reversed();
            default -> throw badRequest("Invalid input").thrown();
        };
    }

    static void checkLength(String rawSku) {
        if (rawSku.length() > SKU_LENGTH) {
            throw badRequest("The SKU is longer than " + SKU_LENGTH + " characters.")
                    .thrown();
        }
    }

    void checkSeller(String seller) {
        if (!seller.equals(sellerId)) {
            throw VendorError.unauthorized("The token does not belong to seller " + seller + ".")
                    .thrown();
        }
    }

    static Set<String> stores(QueryParameters parameters) {
        Set<String> stores = parameters.texts("marketplaceIds", 50);
        if (stores.isEmpty()) {
            throw badRequest("Invalid input").thrown();
        }
        return stores;
    }

    private static Set<String> dataSets(QueryParameters parameters) {
        Set<String> asked = parameters.texts("includedData", DATA_SETS.size());
        if (!DATA_SETS.containsAll(asked)) {
            throw badRequest("Invalid input").thrown();
        }
        return asked.isEmpty() ? Set.of("summaries") : asked;
    }

    private static VendorError badRequest(String details) {
        return new VendorError(400, "BAD_REQUEST", "Invalid input", details);
    }

    private static String token(int offset) {
        return Base64.getEncoder().encodeToString(("listings page from " + offset).getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String token) {
        try {
            String text = new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8);
            return Integer.parseInt(text.substring(text.lastIndexOf(' ') + 1));
        } catch (IllegalArgumentException e) {
            throw badRequest("The page token is not valid.").thrown();
        }
    }

    private ObjectNode json(SimulatedListing listing, Set<String> dataSets) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("sku", listing.sku());
        String store = listing.marketplace().id();
        if (dataSets.contains("summaries")) {
            summary(json.putArray("summaries").addObject(), listing);
        }
        if (dataSets.contains("offers")) {
            ObjectNode offer = json.putArray("offers").addObject();
            offer.put("marketplaceId", store).put("offerType", "B2C");
            offer.putObject("price")
                    .put("currencyCode", listing.marketplace().currency())
                    .put("amount", listing.price().toPlainString());
        }
        if (dataSets.contains("fulfillmentAvailability")) {
            ArrayNode channels = json.putArray("fulfillmentAvailability");
            for (ChannelStock channel : catalog.channels(listing.sku(), listing.marketplace())) {
                ObjectNode shown = channels.addObject().put("fulfillmentChannelCode", channel.channelCode());
                channel.quantity().ifPresent(units -> shown.put("quantity", units.intValue()));
            }
        }
        if (dataSets.contains("issues")) {
            ArrayNode issues = json.putArray("issues");
            catalog.issues(listing).forEach(issue -> issues.add(issue.json()));
        }
        if (dataSets.contains("attributes")) {
            ArrayNode channels = json.putObject("attributes").putArray(ListingPatch.ATTRIBUTE);
            for (ChannelStock channel : catalog.submitted(listing.sku(), listing.marketplace())) {
                attribute(channels.addObject(), channel).put("marketplace_id", store);
            }
        }
        if (dataSets.contains("productTypes")) {
            json.putArray("productTypes")
                    .addObject()
                    .put("marketplaceId", store)
                    .put("productType", listing.productType());
        }
        return json;
    }

    private static ObjectNode attribute(ObjectNode json, ChannelStock channel) {
        json.put("fulfillment_channel_code", channel.channelCode());
        channel.quantity().ifPresent(units -> json.put("quantity", units.intValue()));
        channel.handlingDays().ifPresent(days -> json.put("lead_time_to_ship_max_days", days.intValue()));
        channel.restockDate().ifPresent(date -> json.put("restock_date", date.toString()));
        return json;
    }

    private static void summary(ObjectNode json, SimulatedListing listing) {
        json.put("marketplaceId", listing.marketplace().id());
        json.put("asin", listing.asin());
        json.put("productType", listing.productType());
        json.put("conditionType", "new_new");
        ArrayNode status = json.putArray("status");
        listing.status().stream().sorted().forEach(status::add);
        json.put("itemName", listing.title());
        json.put("createdDate", OrderJson.TIME.format(listing.createdTime()));
        json.put("lastUpdatedDate", OrderJson.TIME.format(listing.lastUpdatedTime()));
    }
}
