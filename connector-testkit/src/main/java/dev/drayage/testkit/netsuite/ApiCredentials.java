package dev.drayage.testkit.netsuite;

import java.security.PublicKey;
import java.util.Optional;

/**
 * Whom the account lets in. What is absent is not checked. Immutable.
 *
 * @param clientId issuer of client assertions
 * @param certificateId key id of client assertions
 * @param publicKey verifies the signature of client assertions
 * @param tokens secrets of token-based access, verify its signatures
 */
record ApiCredentials(
        Optional<String> clientId,
        Optional<String> certificateId,
        Optional<PublicKey> publicKey,
        Optional<TokenSecrets> tokens) {

    /** Consumer and token of token-based access. */
    record TokenSecrets(String consumerKey, String consumerSecret, String tokenId, String tokenSecret) {}
}
