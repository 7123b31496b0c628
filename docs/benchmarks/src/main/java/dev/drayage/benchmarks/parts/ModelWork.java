package dev.drayage.benchmarks.parts;

import dev.drayage.model.AccountId;
import dev.drayage.model.ContentDigest;
import dev.drayage.model.Money;
import dev.drayage.model.SalesOrder;
import dev.drayage.testing.SampleOrders;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An order of three lines: built, and digested. Immutable. */
final class ModelWork {
    private static final AccountId SHOP = new AccountId("shop", "prepared");
    private static final Instant PLACED = Instant.parse("2026-11-20T00:00:00Z");

    private final SalesOrder order = build();
    private final byte[] text = order.toString().getBytes(StandardCharsets.UTF_8);

    /** Builds it, from nothing. */
    SalesOrder build() {
        return SampleOrders.order(SHOP, "0000001", PLACED)
                .addLines(SampleOrders.line("L3", "CAP-GREEN", 1, "10.00"))
                .total(Money.of("69.85", "USD"))
                .build();
    }

    /** The same values in maps, which check nothing. */
    Map<String, Object> buildBare() {
        Map<String, Object> bare = new LinkedHashMap<>();
        bare.put("account", SHOP.toString());
        bare.put("id", "0000001");
        bare.put("placedAt", PLACED);
        bare.put("updatedAt", PLACED);
        bare.put("currency", "USD");
        bare.put("name", "Robin Example");
        bare.put("email", "robin-0000001@example.com");
        bare.put("lines", List.of(line("L1", "39.90"), line("L2", "12.00"), line("L3", "10.00")));
        bare.put("carriage", new java.math.BigDecimal("7.95"));
        bare.put("total", new java.math.BigDecimal("69.85"));
        return bare;
    }

    private static Map<String, Object> line(String id, String amount) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", id);
        line.put("sku", "SKU");
        line.put("quantity", java.math.BigDecimal.ONE);
        line.put("amount", new java.math.BigDecimal(amount));
        return line;
    }

    /** Its digest. */
    String digest() {
        return ContentDigest.of(order);
    }

    /** SHA-256 over the order as text that is there already. */
    byte[] digestBare() throws NoSuchAlgorithmException {
        return MessageDigest.getInstance("SHA-256").digest(text);
    }
}
