package dev.drayage.testkit.shipstation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.testkit.wire.WireResponse;
import java.time.Instant;
import java.util.Set;

/** The warehouses resource, one by one and read only. Immutable and thread-safe. */
final class WarehousesApi {
    private final Set<String> ids;
    private final Instant since;

    WarehousesApi(Set<String> ids, Instant since) {
        this.ids = Set.copyOf(ids);
        this.since = since;
    }

    WireResponse byId(String id) {
        if (!ids.contains(id)) {
            throw VendorError.notFound("There is no warehouse '" + id + "'.").thrown();
        }
        ObjectNode json = Json.object()
                .put("warehouse_id", id)
                .put("is_default", ids.size() == 1)
                .put("name", "Example Warehouse")
                .put("created_at", since.toString());
        json.set("origin_address", ShipmentJson.warehouse());
        json.set("return_address", ShipmentJson.warehouse());
        return WireResponse.json(200, json.toString());
    }
}
