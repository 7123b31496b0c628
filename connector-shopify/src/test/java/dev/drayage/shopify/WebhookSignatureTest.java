package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.settings.SecretSource;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {
    private static final byte[] BODY = "{\"id\":820982911946154508}".getBytes(StandardCharsets.UTF_8);

    /** Computed with another implementation: {@code openssl dgst -sha256 -hmac hush-hush -binary | base64}. */
    private static final String SIGNATURE = "Tee3YpF35pCcQ4VpA7xaRvUaU8jattd/Rf/Cvq0k0tU=";

    private final WebhookSignature signature = WebhookSignature.of(SecretSource.fixed("hush-hush"));

    @Test
    void a_body_that_shopify_signed_is_known() {
        assertThat(signature.matches(BODY, SIGNATURE)).isTrue();
    }

    @Test
    void one_changed_byte_is_noticed() {
        byte[] changed = BODY.clone();
        changed[6] ^= 1;
        assertThat(signature.matches(changed, SIGNATURE)).isFalse();
    }

    @Test
    void a_header_that_is_no_signature_is_refused() {
        assertThat(signature.matches(BODY, "")).isFalse();
        assertThat(signature.matches(BODY, "*not base64*")).isFalse();
        assertThat(signature.matches(BODY, SIGNATURE.substring(0, 20))).isFalse();
    }

    @Test
    void during_a_rotation_the_old_and_the_new_secret_are_good() {
        WebhookSignature both = WebhookSignature.of(SecretSource.fixed("new-one"), SecretSource.fixed("hush-hush"));
        assertThat(both.matches(BODY, SIGNATURE)).isTrue();
        assertThat(WebhookSignature.of(SecretSource.fixed("new-one")).matches(BODY, SIGNATURE))
                .isFalse();
    }
}
