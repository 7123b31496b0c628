package dev.drayage.threepl.internal.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, in lower-case hexadecimal digits. Stateless. */
final class Digest {
    private Digest() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String of(byte[] content) {
        return hex(sha256().digest(content));
    }

    /** The first digits of the digest of some words, as a name for them that is short and safe everywhere. */
    static String name(int digits, String... words) {
        return of(String.join("\n", words).getBytes(StandardCharsets.UTF_8)).substring(0, digits);
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
