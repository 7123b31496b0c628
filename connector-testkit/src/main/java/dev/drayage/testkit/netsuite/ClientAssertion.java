package dev.drayage.testkit.netsuite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signed assertion that a client asks for a token with. PSS and ECDSA signatures are taken, PKCS#1 v1.5
 * ({@code RS256}) is not; its life is under an hour.
 */
final class ClientAssertion {
    private static final Set<String> ALGORITHMS = Set.of("PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final ApiCredentials credentials;
    private final Set<String> audiences;

    ClientAssertion(ApiCredentials credentials, Set<String> audiences) {
        this.credentials = credentials;
        this.audiences = audiences;
    }

    /** What is wrong with the assertion, empty when nothing is. */
    Optional<String> fault(String assertion, Instant now) {
        List<String> parts = Arrays.asList(assertion.split("\\.", -1));
        if (parts.size() != 3) {
            return Optional.of("the assertion is not a signed token");
        }
        try {
            ObjectNode header = Json.parseObject(Base64.getUrlDecoder().decode(parts.get(0)));
            ObjectNode claims = Json.parseObject(Base64.getUrlDecoder().decode(parts.get(1)));
            String algorithm = header.path("alg").asText();
            if (!ALGORITHMS.contains(algorithm)) {
                return Optional.of("the algorithm " + algorithm + " is not accepted");
            }
            return claimFault(header, claims, now).or(() -> signatureFault(parts, algorithm));
        } catch (IllegalArgumentException | Refusal e) {
            return Optional.of("the assertion cannot be decoded");
        }
    }

    private Optional<String> claimFault(ObjectNode header, ObjectNode claims, Instant now) {
        String kid = header.path("kid").asText("");
        String issuer = claims.path("iss").asText("");
        if (kid.isEmpty()
                || credentials.certificateId().filter(id -> !id.equals(kid)).isPresent()) {
            return Optional.of("the certificate id is unknown");
        }
        if (issuer.isEmpty()
                || credentials.clientId().filter(id -> !id.equals(issuer)).isPresent()) {
            return Optional.of("the client id is unknown");
        }
        if (!audiences.contains(claims.path("aud").asText(""))) {
            return Optional.of("the audience is another one");
        }
        if (!scopes(claims.path("scope")).contains("rest_webservices")) {
            return Optional.of("the scope is missing");
        }
        Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong(0));
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong(0));
        boolean tooLong = Duration.between(issued, expires).compareTo(LONGEST_LIFE) >= 0;
        boolean outside = !expires.isAfter(now) || issued.isAfter(now.plus(CLOCK_SKEW));
        return tooLong || outside ? Optional.of("the assertion is not valid now") : Optional.empty();
    }

    private Optional<String> signatureFault(List<String> parts, String algorithm) {
        if (parts.get(2).isEmpty()) {
            return Optional.of("the signature is missing");
        }
        if (credentials.publicKey().isEmpty()) {
            return Optional.empty();
        }
        try {
            Signature verifier = verifier(algorithm, credentials.publicKey().get());
            verifier.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
            boolean good = verifier.verify(Base64.getUrlDecoder().decode(parts.get(2)));
            return good ? Optional.empty() : Optional.of("the signature is wrong");
        } catch (GeneralSecurityException e) {
            return Optional.of("the signature cannot be verified");
        }
    }

    private static Signature verifier(String algorithm, PublicKey key) throws GeneralSecurityException {
        String bits = algorithm.substring(2);
        Signature verifier;
        if (algorithm.startsWith("PS")) {
            verifier = Signature.getInstance("RSASSA-PSS");
            MGF1ParameterSpec mask = new MGF1ParameterSpec("SHA-" + bits);
            verifier.setParameter(new PSSParameterSpec("SHA-" + bits, "MGF1", mask, Integer.parseInt(bits) / 8, 1));
        } else {
            verifier = Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
        }
        verifier.initVerify(key);
        return verifier;
    }

    private static Set<String> scopes(JsonNode scope) {
        Set<String> scopes = new HashSet<>();
        if (scope.isArray()) {
            scope.forEach(one -> scopes.add(one.asText()));
        } else {
            scopes.addAll(Arrays.asList(scope.asText("").split("[ ,]", -1)));
        }
        return scopes;
    }
}
