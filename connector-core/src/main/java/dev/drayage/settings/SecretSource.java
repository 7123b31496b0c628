package dev.drayage.settings;

/**
 * Where a secret comes from. Asked again for each token, so that a rotated secret is picked up without a restart.
 * Implementations are thread-safe and may read a file, an environment variable or a vault.
 */
@FunctionalInterface
public interface SecretSource {
    /** The secret as it is now. */
    Secret current();

    /** A secret that never changes. */
    static SecretSource fixed(String value) {
        Secret secret = Secret.of(value);
        return () -> secret;
    }
}
