package dev.drayage.amazon.internal.diagnosis;

import dev.drayage.amazon.internal.api.SellingPartnerApi;
import dev.drayage.call.CallContext;
import dev.drayage.http.ApiRequest;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.spi.Diagnosis.Check;
import dev.drayage.spi.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * SKUs that only Amazon tells apart: they differ in case or blanks, which an ERP or a person easily overlooks. Reads the
 * seller's listings (Listings Items 2021-08-01), of which one search shows at most a thousand. Thread-safe.
 */
final class SkuClashes {
    private static final int PAGE = 20;
    private static final int PAGES = 50;
    private static final int NAMED = 10;

    private final SellingPartnerApi api;
    private final String sellerId;

    SkuClashes(SellingPartnerApi api, String sellerId) {
        this.api = api;
        this.sellerId = sellerId;
    }

    Check check(String subject, String marketplaceId, CallContext call) {
        Map<String, TreeSet<String>> alike = new TreeMap<>();
        List<String> findings = new ArrayList<>();
        Optional<String> token = Optional.empty();
        int seen = 0;
        int all = 0;
        for (int page = 0; page < PAGES && (page == 0 || token.isPresent()); page++) {
            JsonValue answer = api.read(request(marketplaceId, token), call);
            for (JsonValue item : answer.elements("items")) {
                String sku = item.requiredText("sku");
                alike.computeIfAbsent(normal(sku), key -> new TreeSet<>()).add(sku);
                seen++;
            }
            all = answer.at("numberOfResults").whole().orElse(seen);
            token = answer.at("pagination").text("nextToken").filter(text -> !text.isEmpty());
        }
        alike.values().forEach(skus -> {
            if (skus.size() > 1) {
                findings.add(skus.toString());
            } else if (!skus.first().equals(skus.first().strip())) {
                findings.add("[" + skus.first() + "] (blank at an end)");
            }
        });
        String looked = seen < all ? "; only " + seen + " of " + all + " listings were looked at" : "";
        if (findings.isEmpty()) {
            return new Check(subject, Verdict.PASSED, seen + " listings, no clash" + looked);
        }
        List<String> named = findings.subList(0, Math.min(NAMED, findings.size()));
        return new Check(
                subject,
                Verdict.WARNING,
                findings.size() + " SKUs differ only in case or blanks: " + String.join(", ", named)
                        + (named.size() < findings.size() ? ", ..." : "")
                        + "; rename them or map them apart" + looked);
    }

    private ApiRequest request(String marketplaceId, Optional<String> token) {
        ApiRequest.Builder request = ApiRequest.get("searchListingsItems")
                .path("/listings/2021-08-01/items/{}", sellerId)
                .query("marketplaceIds", marketplaceId)
                .query("includedData", "summaries")
                .query("sortBy", "sku")
                .query("sortOrder", "ASC")
                .query("pageSize", Integer.toString(PAGE));
        token.ifPresent(text -> request.query("pageToken", text));
        return request.build();
    }

    private static String normal(String sku) {
        return sku.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
    }
}
