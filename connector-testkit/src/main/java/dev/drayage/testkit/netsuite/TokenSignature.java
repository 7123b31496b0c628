package dev.drayage.testkit.netsuite;

import dev.drayage.testkit.netsuite.ApiCredentials.TokenSecrets;
import dev.drayage.testkit.wire.WireRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Token-based access: the {@code OAuth} header of one request. The realm must be this account, the timestamp within
 * five minutes of its clock, the nonce new, and the signature HMAC-SHA256. Thread-safe.
 */
final class TokenSignature {
    private static final Pattern PARAMETER = Pattern.compile("([A-Za-z0-9_]+)=\"([^\"]*)\"");
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);
    private static final List<String> REQUIRED =
            List.of("oauth_token", "oauth_consumer_key", "oauth_nonce", "oauth_timestamp", "oauth_signature");

    private final String realm;
    private final Optional<TokenSecrets> secrets;
    private final Set<String> nonces = new HashSet<>();

    TokenSignature(String realm, Optional<TokenSecrets> secrets) {
        this.realm = realm;
        this.secrets = secrets;
    }

    synchronized boolean accepts(String header, WireRequest request, Instant now) {
        Map<String, String> given = new TreeMap<>();
        Matcher parameters = PARAMETER.matcher(header);
        while (parameters.find()) {
            given.put(parameters.group(1), URLDecoder.decode(parameters.group(2), StandardCharsets.UTF_8));
        }
        if (!given.keySet().containsAll(REQUIRED)
                || !realm.equals(given.get("realm"))
                || !"HMAC-SHA256".equals(given.get("oauth_signature_method"))) {
            return false;
        }
        String timestamp = given.getOrDefault("oauth_timestamp", "");
        String nonce = given.getOrDefault("oauth_nonce", "");
        return timestamp.matches("[0-9]{1,12}")
                && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                                .abs()
                                .compareTo(CLOCK_SKEW)
                        <= 0
                && nonce.length() >= 6
                && nonces.add(nonce)
                && secrets.map(known -> signedWith(known, given, request)).orElse(true);
    }

    private static boolean signedWith(TokenSecrets known, Map<String, String> given, WireRequest request) {
        if (!known.consumerKey().equals(given.get("oauth_consumer_key"))
                || !known.tokenId().equals(given.get("oauth_token"))) {
            return false;
        }
        List<String> pairs = new ArrayList<>();
        given.forEach((name, value) -> {
            if (name.startsWith("oauth_") && !name.equals("oauth_signature")) {
                pairs.add(encode(name) + "=" + encode(value));
            }
        });
        request.query()
                .forEach((name, values) -> values.forEach(value -> pairs.add(encode(name) + "=" + encode(value))));
        pairs.sort(null);
        String url = "http://" + request.header("host").orElse("") + request.rawPath();
        String base = request.method() + "&" + encode(url) + "&" + encode(String.join("&", pairs));
        String key = encode(known.consumerSecret()) + "&" + encode(known.tokenSecret());
        return hmac(key, base).equals(given.get("oauth_signature"));
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
