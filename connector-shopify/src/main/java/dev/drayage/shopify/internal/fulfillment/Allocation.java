package dev.drayage.shopify.internal.fulfillment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.spi.Violation;
import java.util.List;

/** Which fulfillment orders a parcel is to be told of. */
sealed interface Allocation {
    /** One call tells all of it. */
    record Found(List<Share> shares) implements Allocation {
        public Found {
            shares = List.copyOf(shares);
        }

        /** The groups as {@code FulfillmentInput} has them; lines are always named, or Shopify would ship all that is left. */
        ArrayNode groups() {
            ArrayNode groups = JsonNodeFactory.instance.arrayNode();
            for (Share share : shares) {
                ObjectNode group = groups.addObject().put("fulfillmentOrderId", share.fulfillmentOrder());
                ArrayNode lines = group.putArray("fulfillmentOrderLineItems");
                share.lines()
                        .forEach(line -> lines.addObject().put("id", line.id()).put("quantity", line.units()));
            }
            return groups;
        }
    }

    /** What one fulfillment order contributes. */
    record Share(String fulfillmentOrder, List<Part> lines) {
        public Share {
            lines = List.copyOf(lines);
        }
    }

    /** Units of one line of a fulfillment order. */
    record Part(String id, int units) {}

    /** It cannot be told. */
    record Refused(Violation violation) implements Allocation {}

    /** It can be told once Shopify lets go of it. */
    record Waiting(String missing, Violation reason) implements Allocation {}
}
