package dev.drayage.netsuite.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drayage.error.AuthorisationException;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.settings.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ClientAssertionTest {
    private static final Instant NOW = Instant.parse("2026-06-15T16:00:00Z");
    private static final URI AUDIENCE =
            URI.create("https://1234567.suitetalk.api.netsuite.com/services/rest/auth/oauth2/v1/token");

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static String pem(KeyPair pair) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----";
    }

    private static String[] signed(KeyPair pair) {
        String text = new ClientAssertion("client1", "cert1", AUDIENCE)
                .signed(
                        SigningKey.ofPem(Secret.of(pem(pair))),
                        new Json(JsonLimits.standard()),
                        NOW,
                        new SplittableRandom(1));
        return text.split("\\.", -1);
    }

    private static boolean verifies(Signature verifier, KeyPair pair, String[] parts) throws GeneralSecurityException {
        verifier.initVerify(pair.getPublic());
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return verifier.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    @Test
    void an_rsa_key_signs_with_ps256() throws GeneralSecurityException, IOException {
        KeyPair pair = pair("RSA", 3072);
        String[] parts = signed(pair);
        Signature verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        assertThat(verifies(verifier, pair, parts)).isTrue();
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("PS256");
    }

    @Test
    void an_ec_key_signs_with_es256_in_the_plain_form() throws GeneralSecurityException, IOException {
        KeyPair pair = pair("EC", 256);
        String[] parts = signed(pair);
        assertThat(Base64.getUrlDecoder().decode(parts[2])).hasSize(64);
        assertThat(verifies(Signature.getInstance("SHA256withECDSAinP1363Format"), pair, parts))
                .isTrue();
        assertThat(json(parts[0]).path("alg").asText()).isEqualTo("ES256");
    }

    @Test
    void the_claims_name_client_certificate_scope_audience_and_less_than_an_hour()
            throws GeneralSecurityException, IOException {
        String[] parts = signed(pair("EC", 256));
        assertThat(json(parts[0]).path("kid").asText()).isEqualTo("cert1");
        JsonNode claims = json(parts[1]);
        assertThat(claims.path("iss").asText()).isEqualTo("client1");
        assertThat(claims.path("scope").asText()).isEqualTo("rest_webservices");
        assertThat(claims.path("aud").asText()).isEqualTo(AUDIENCE.toString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isBetween(1L, 3599L);
        assertThat(claims.path("jti").asText()).hasSizeGreaterThan(19);
    }

    @Test
    void a_key_that_cannot_be_read_is_told_without_showing_it() {
        assertThatThrownBy(() -> SigningKey.ofPem(Secret.of("-----BEGIN RSA PRIVATE KEY-----\nSECRETTEXT")))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageContaining("PKCS#8")
                .hasMessageNotContaining("SECRETTEXT");
        assertThatThrownBy(() ->
                        SigningKey.ofPem(Secret.of("-----BEGIN PRIVATE KEY-----\nU0VDUkVU\n-----END PRIVATE KEY-----")))
                .isInstanceOf(AuthorisationException.class)
                .hasMessageNotContaining("U0VDUkVU");
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
