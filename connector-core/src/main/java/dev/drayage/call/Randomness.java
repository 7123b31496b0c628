package dev.drayage.call;

import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Where randomness comes from: nonces, token ids and jitter. Tests pass a seeded generator instead. */
public final class Randomness {
    private Randomness() {}

    /** A generator fit for nonces. Thread-safe. */
    public static RandomGenerator secure() {
        return new SecureRandom();
    }
}
