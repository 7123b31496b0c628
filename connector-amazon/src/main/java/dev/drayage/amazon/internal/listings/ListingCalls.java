package dev.drayage.amazon.internal.listings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.amazon.AmazonSettings;
import dev.drayage.amazon.internal.api.AmazonError;
import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.call.CallContext;
import dev.drayage.error.ErrorCode;
import dev.drayage.http.ApiRequest;
import dev.drayage.http.ApiResponse;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The two calls of Listings Items 2021-08-01, store by store: a read that names several stores tells of the first one alone. A
 * SKU in the path is percent-encoded as UTF-8. Thread-safe.
 */
final class ListingCalls {
    private static final String GET = "getListingsItem";
    private static final String PATCH = "patchListingsItem";
    private static final String PATH = "/listings/2021-08-01/items/{}/{}";
    private static final int BAD_REQUEST = 400;

    private final SellingPartnerApi api;
    private final String sellerId;
    private final List<String> stores;

    ListingCalls(SellingPartnerApi api, Settings settings) {
        this.api = api;
        this.sellerId = settings.get(AmazonSettings.SELLER_ID);
        this.stores = settings.get(AmazonSettings.MARKETPLACES);
    }

    /**
     * What was read of a SKU.
     *
     * @param offers what the stores show
     * @param objection why no quantity can be told; empty if it can
     */
    record Read(ListedOffers offers, Optional<Violation> objection) {}

    /** Reads a SKU in all stores of the settings. */
    Read read(String sku, CallContext call) {
        List<ListedOffer> offers = new ArrayList<>();
        for (String store : stores) {
            ApiRequest request = ApiRequest.get(GET)
                    .path(PATH, sellerId, sku)
                    .query("marketplaceIds", store)
                    .query("includedData", List.of("attributes", "fulfillmentAvailability"))
                    .build();
            ApiResponse answer = api.send(request, call);
            if (answer.status() == BAD_REQUEST) {
                return new Read(
                        new ListedOffers(sku, List.of()),
                        Optional.of(
                                new Violation(
                                        ErrorCode.REFUSED_BY_TARGET,
                                        "sku",
                                        "Amazon refused to look SKU " + sku + " up in store " + store + ": "
                                                + AmazonError.of(answer).text()
                                                + " (it seems to count the SKU's characters as they are encoded in the address)")));
            }
            if (answer.status() != 404) {
                offers.add(ListedOffer.of(store, api.read(request, answer)));
            }
        }
        ListedOffers found = new ListedOffers(sku, offers);
        return new Read(found, found.objection(stores));
    }

    /**
     * Tells a quantity to one store. {@code merge} leaves handling time and restock date as they are; {@code replace} would drop
     * them.
     */
    Submission tell(String sku, String store, int units, CallContext call) {
        ObjectNode body = api.json().object().put("productType", "PRODUCT");
        body.putArray("patches")
                .addObject()
                .put("op", "merge")
                .put("path", "/attributes/fulfillment_availability")
                .putArray("value")
                .addObject()
                .put("fulfillment_channel_code", ListedOffer.OWN)
                .put("quantity", units);
        ApiRequest request = ApiRequest.patch(PATCH)
                .path(PATH, sellerId, sku)
                .query("marketplaceIds", store)
                .json(api.json().write(body))
                .build();
        return Submission.of(sku, store, api.send(request, call), api.json());
    }
}
