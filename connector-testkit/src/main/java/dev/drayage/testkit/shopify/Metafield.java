package dev.drayage.testkit.shopify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** One metafield of something. Immutable. */
record Metafield(
        long number,
        String namespace,
        String key,
        String type,
        String value,
        Instant createdAt,
        Instant updatedAt,
        String ownerType) {

    /** Changes with every change of the value. */
    String digest() {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((type + "\n" + value).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Shape shape() {
        return Shape.of("Metafield")
                .put("id", Gids.gid("Metafield", number))
                .put("namespace", namespace)
                .put("key", key)
                .put("type", type)
                .put("value", value)
                .put("compareDigest", digest())
                .put("createdAt", createdAt)
                .put("updatedAt", updatedAt)
                .put("ownerType", ownerType);
    }
}
