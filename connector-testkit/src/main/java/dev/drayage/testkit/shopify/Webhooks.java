package dev.drayage.testkit.shopify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Webhook deliveries as values: every change writes one, a test takes them and hands them on in any order and as often
 * as it likes, or has them sent. Thread-safe.
 */
public final class Webhooks {
    private final Shop shop;
    private final List<WebhookDelivery> waiting = new ArrayList<>();
    private String secret;
    private long count;

    Webhooks(Shop shop, String secret) {
        this.shop = shop;
        this.secret = secret;
    }

    /** From now on deliveries are signed with another secret. */
    public synchronized void signWith(String newSecret) {
        secret = newSecret;
    }

    /** All deliveries since the last call, oldest first. */
    public synchronized List<WebhookDelivery> take() {
        List<WebhookDelivery> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** A delivery of any topic and body, signed. */
    public synchronized WebhookDelivery signed(String topic, byte[] body) {
        String id = new UUID(0x3eb400cL, ++count).toString();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Shopify-Topic", topic);
        headers.put("X-Shopify-Shop-Domain", shop.settings().domain());
        headers.put("X-Shopify-API-Version", ApiVersion.V2026_10.text());
        headers.put("X-Shopify-Webhook-Id", id);
        headers.put("X-Shopify-Event-Id", new UUID(0xe7e47L, count).toString());
        headers.put("X-Shopify-Triggered-At", shop.now().toString());
        headers.put("X-Shopify-Hmac-Sha256", hmac(secret, body));
        return new WebhookDelivery(topic, headers, body);
    }

    synchronized void changed(String topic, Entity what, Map<String, String> more) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", what.number());
        body.put("admin_graphql_api_id", what.gid());
        body.put("created_at", what.createdAt().toString());
        body.put("updated_at", what.updatedAt().toString());
        more.forEach(body::put);
        waiting.add(signed(topic, body.toString().getBytes(StandardCharsets.UTF_8)));
    }

    synchronized void changed(String topic, Entity what) {
        changed(topic, what, Map.of());
    }

    private static String hmac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
