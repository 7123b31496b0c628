package dev.drayage.shopify.internal.fulfillment;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.model.ContentDigest;
import java.util.List;

/**
 * How a parcel is followed: one company for all numbers ({@code FulfillmentTrackingInput}). Immutable.
 *
 * @param company the company as Shopify is told it; empty if none is told
 * @param numbers tracking numbers, the leading one first
 * @param urls addresses by the position of their numbers; empty if Shopify makes them itself
 */
record Tracking(String company, List<String> numbers, List<String> urls) {
    Tracking {
        numbers = List.copyOf(numbers);
        urls = List.copyOf(urls);
    }

    /** Whether there is nothing to tell. */
    boolean isEmpty() {
        return company.isEmpty() && numbers.isEmpty();
    }

    /**
     * Whether Shopify shows what this would tell. Addresses that are left to Shopify are Shopify's matter.
     *
     * @param shown what Shopify shows
     */
    boolean isShownBy(Tracking shown) {
        return digest().equals(shown.digest()) && (urls.isEmpty() || urls.equals(shown.urls()));
    }

    /** Digest of company and numbers. */
    String digest() {
        return ContentDigest.of(company, numbers);
    }

    ObjectNode input() {
        ObjectNode input = JsonNodeFactory.instance.objectNode();
        if (!company.isEmpty()) {
            input.put("company", company);
        }
        numbers.forEach(input.putArray("numbers")::add);
        if (!urls.isEmpty()) {
            urls.forEach(input.putArray("urls")::add);
        }
        return input;
    }
}
