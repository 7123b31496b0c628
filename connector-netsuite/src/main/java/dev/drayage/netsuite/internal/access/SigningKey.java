package dev.drayage.netsuite.internal.access;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.settings.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A private key and the signature that NetSuite takes of it: PS256 of an RSA key, ES256 of an EC key (P-256; ES384 and
 * ES512 of the larger curves). RS256 is refused by NetSuite and not offered. Immutable and thread-safe.
 */
final class SigningKey {
    private final PrivateKey key;
    private final int bits;

    private SigningKey(PrivateKey key, int bits) {
        this.key = key;
        this.bits = bits;
    }

    /**
     * Reads PEM of PKCS#8.
     *
     * @throws AuthorisationException if it is none; the message shows nothing of the key
     */
    static SigningKey ofPem(Secret pem) {
        String text = pem.reveal();
        if (!text.contains("-----BEGIN PRIVATE KEY-----")) {
            throw unusable(
                    "is not PEM of PKCS#8 (-----BEGIN PRIVATE KEY-----); convert it with openssl pkcs8 -topk8 -nocrypt");
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder()
                    .decode(text.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", "")
                            .strip());
        } catch (IllegalArgumentException e) {
            throw unusable("is not valid base64");
        }
        return Stream.of("RSA", "EC", "RSASSA-PSS")
                .flatMap(algorithm -> read(algorithm, der).stream())
                .findFirst()
                .map(SigningKey::of)
                .orElseThrow(() -> unusable("is neither an RSA nor an EC key"));
    }

    private static Optional<PrivateKey> read(String algorithm, byte[] der) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static SigningKey of(PrivateKey key) {
        if (key instanceof ECPrivateKey ec) {
            int field = ec.getParams().getCurve().getField().getFieldSize();
            return new SigningKey(key, field <= 256 ? 256 : field <= 384 ? 384 : 512);
        }
        return new SigningKey(key, 256);
    }

    private static AuthorisationException unusable(String why) {
        return new AuthorisationException(ErrorCode.CREDENTIALS_REFUSED, "setting oauth.privateKey " + why);
    }

    /** The name of the algorithm in the header of an assertion. */
    String algorithm() {
        return (key instanceof ECPrivateKey ? "ES" : "PS") + bits;
    }

    /** Signs ASCII text. */
    byte[] sign(String text) {
        try {
            Signature signature;
            if (key instanceof ECPrivateKey) {
                signature = Signature.getInstance("SHA" + bits + "withECDSAinP1363Format");
            } else {
                signature = Signature.getInstance("RSASSA-PSS");
                signature.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
            }
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw unusable("cannot sign: " + e.getClass().getSimpleName());
        }
    }
}
