package dev.drayage.testkit.amazon;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireResponse;
import java.util.Set;

/** Sellers v1: where the seller may sell. */
final class SellersApi {
    private final Set<Marketplace> marketplaces;
    private final String storeName;

    SellersApi(Set<Marketplace> marketplaces, String storeName) {
        this.marketplaces = Set.copyOf(marketplaces);
        this.storeName = storeName;
    }

    WireResponse marketplaceParticipations() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode payload = body.putArray("payload");
        marketplaces.stream().sorted().forEach(marketplace -> {
            ObjectNode participation = payload.addObject();
            participation
                    .putObject("marketplace")
                    .put("id", marketplace.id())
                    .put("countryCode", marketplace.country())
                    .put("name", marketplace.displayName())
                    .put("defaultCurrencyCode", marketplace.currency())
                    .put("defaultLanguageCode", marketplace.language())
                    .put("domainName", marketplace.domain());
            participation.put("storeName", storeName);
            participation
                    .putObject("participation")
                    .put("isParticipating", true)
                    .put("hasSuspendedListings", false);
        });
        return WireResponse.json(200, body.toString());
    }
}
