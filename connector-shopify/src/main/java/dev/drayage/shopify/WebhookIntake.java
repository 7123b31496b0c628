package dev.drayage.shopify;

import dev.drayage.model.AccountId;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.ShopifyConnector;
import dev.drayage.shopify.internal.webhooks.DeliveryHeaders;
import dev.drayage.shopify.internal.webhooks.DeliverySubject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes deliveries of webhooks in. The host owns the HTTP server; it hands over headers and raw body, answers with the
 * receipt's status, and gives an accepted record to the sync as a hint. Only the body is signed, not the headers: whatever
 * they claim is a hint and no more. Thread-safe.
 */
public final class WebhookIntake {
    /** Largest body in bytes; a host may refuse it before it has read it all. */
    public static final int LARGEST = 10 << 20;

    private static final String UNSIGNED = "not signed with a secret of this app";

    private final AccountId account;
    private final WebhookSignature signature;

    private WebhookIntake(AccountId account, WebhookSignature signature) {
        this.account = account;
        this.signature = signature;
    }

    /**
     * The intake of the account that the settings describe.
     *
     * @throws IllegalArgumentException if they name no secret that webhooks could be signed with
     */
    public static WebhookIntake of(Settings settings) {
        Optional<SecretSource> secret =
                settings.find(ShopifySettings.WEBHOOK_SECRET).or(() -> settings.find(ShopifySettings.CLIENT_SECRET));
        SecretSource[] secrets = Stream.of(secret, settings.find(ShopifySettings.WEBHOOK_OLD_SECRET))
                .flatMap(Optional::stream)
                .toArray(SecretSource[]::new);
        if (secrets.length == 0) {
            throw new IllegalArgumentException("webhooks need " + ShopifySettings.WEBHOOK_SECRET.name() + " or "
                    + ShopifySettings.CLIENT_SECRET.name());
        }
        return new WebhookIntake(
                new AccountId(ShopifyConnector.SYSTEM, settings.get(ShopifySettings.SHOP)),
                WebhookSignature.of(secrets));
    }

    /**
     * Takes one delivery in.
     *
     * @param headers names in any case
     * @param body the raw bytes, before any parsing or change of encoding
     */
    public WebhookReceipt receive(Map<String, List<String>> headers, byte[] body) {
        DeliveryHeaders told = DeliveryHeaders.of(headers);
        if (body.length > LARGEST) {
            return new WebhookReceipt.Refused(413, "larger than " + LARGEST + " bytes");
        }
        if (told.find("Hmac-Sha256")
                .filter(digest -> signature.matches(body, digest))
                .isEmpty()) {
            return new WebhookReceipt.Refused(401, UNSIGNED);
        }
        if (told.find("Shop-Domain").filter(account.id()::equalsIgnoreCase).isEmpty()) {
            return new WebhookReceipt.Refused(403, "meant for another shop");
        }
        Optional<String> topic = told.find("Topic");
        Optional<String> delivery = told.find("Webhook-Id");
        Optional<DeliverySubject> subject = DeliverySubject.read(topic.orElse(""), body);
        if (topic.isEmpty() || delivery.isEmpty() || subject.isEmpty()) {
            return new WebhookReceipt.Refused(400, "not built as a delivery is");
        }
        return new WebhookReceipt.Accepted(new Webhook(
                topic.get(),
                delivery.get(),
                told.find("Event-Id"),
                told.find("Triggered-At").flatMap(WebhookIntake::instant),
                subject.get().id(),
                subject.get().record(account)));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
