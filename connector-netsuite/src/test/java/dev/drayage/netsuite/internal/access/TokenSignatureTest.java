package dev.drayage.netsuite.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TokenSignatureTest {
    @Test
    void signatures_match_the_vectors() throws IOException {
        Path vectors = Path.of(System.getProperty("drayage.specs", ""), "netsuite", "tba-signature-vectors.json");
        assumeTrue(Boolean.getBoolean("drayage.specs.required") || Files.exists(vectors), "the vectors are not here");
        JsonNode file = new ObjectMapper().readTree(Files.readAllBytes(vectors));
        JsonNode inputs = file.path("inputs");
        Map<String, String> oauth = new TreeMap<>();
        oauth.put("oauth_consumer_key", inputs.path("consumerKey").asText());
        oauth.put("oauth_token", inputs.path("tokenId").asText());
        oauth.put("oauth_nonce", inputs.path("nonce").asText());
        oauth.put("oauth_timestamp", inputs.path("timestamp").asText());
        oauth.put("oauth_signature_method", inputs.path("signatureMethod").asText());
        oauth.put("oauth_version", inputs.path("version").asText());
        assertThat(file.path("cases")).hasSizeGreaterThan(5);
        for (JsonNode example : file.path("cases")) {
            String query = example.path("queryParams").properties().stream()
                    .map(parameter -> TokenSignature.encode(parameter.getKey()) + "="
                            + TokenSignature.encode(parameter.getValue().asText()))
                    .collect(Collectors.joining("&"));
            URI uri = URI.create(example.path("url").asText() + (query.isEmpty() ? "" : "?" + query));
            String base = TokenSignature.baseString(example.path("method").asText(), uri, oauth);
            assertThat(base).isEqualTo(example.path("baseString").asText());
            assertThat(TokenSignature.sign(
                            base,
                            inputs.path("consumerSecret").asText(),
                            inputs.path("tokenSecret").asText()))
                    .isEqualTo(example.path("signature").asText());
        }
    }
}
