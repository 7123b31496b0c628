package dev.drayage.netsuite.internal.access;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The HMAC-SHA256 signature of token-based authentication (RFC 5849; help: "The Signature for Web Services and
 * RESTlets"). Query parameters are part of it, the realm and a JSON body are not. Stateless.
 */
final class TokenSignature {
    private TokenSignature() {}

    /** The text that is signed: method, address without query, and all parameters in order. */
    static String baseString(String method, URI uri, Map<String, String> oauth) {
        List<String> pairs = new ArrayList<>();
        oauth.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        String query = uri.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                String value = equals < 0 ? "" : pair.substring(equals + 1);
                pairs.add(encode(decode(name)) + "=" + encode(decode(value)));
            }
        }
        pairs.sort(null);
        String address = uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
        return method + "&" + encode(address) + "&" + encode(String.join("&", pairs));
    }

    /** The signature in base64. */
    static String sign(String baseString, String consumerSecret, String tokenSecret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            String key = encode(consumerSecret) + "&" + encode(tokenSecret);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(baseString.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Percent-encoding of RFC 3986. */
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
