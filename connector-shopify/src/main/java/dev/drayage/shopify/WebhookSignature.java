package dev.drayage.shopify;

import dev.drayage.settings.SecretSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a webhook comes from Shopify: the header {@code X-Shopify-Hmac-SHA256} is the base64 of the HMAC-SHA256 of
 * the body exactly as it came, under the app's client secret. Compared in constant time; during a rotation more than one
 * secret may be good. Thread-safe.
 */
public final class WebhookSignature {
    private final List<SecretSource> secrets;

    private WebhookSignature(List<SecretSource> secrets) {
        this.secrets = secrets;
    }

    /** A check against the app's secret, or against the old and the new one while it is rotated. */
    public static WebhookSignature of(SecretSource... secrets) {
        return new WebhookSignature(List.of(secrets));
    }

    /**
     * Whether the body was signed with one of the secrets.
     *
     * @param body the raw bytes, before any parsing or change of encoding
     * @param header the value of {@code X-Shopify-Hmac-SHA256}; anything that is not base64 is refused
     */
    public boolean matches(byte[] body, String header) {
        byte[] told;
        try {
            told = Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException e) {
            return false;
        }
        boolean good = false;
        for (SecretSource secret : secrets) {
            good |= MessageDigest.isEqual(told, sign(body, secret));
        }
        return good;
    }

    private static byte[] sign(byte[] body, SecretSource secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.current().reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
