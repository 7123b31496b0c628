package dev.drayage.netsuite.internal.sale;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/** What a line that is about to be sent comes to. Stateless. */
final class LineAmount {
    private LineAmount() {}

    static BigDecimal of(JsonNode line) {
        if (line.has("amount")) {
            return new BigDecimal(line.path("amount").asText());
        }
        BigDecimal quantity =
                line.has("quantity") ? new BigDecimal(line.path("quantity").asText()) : BigDecimal.ONE;
        return new BigDecimal(line.path("rate").asText("0")).multiply(quantity);
    }
}
