package dev.drayage.netsuite.internal.access;

import java.util.random.RandomGenerator;

/** A text that is used once. Stateless. */
final class Nonce {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int LENGTH = 24;

    private Nonce() {}

    static String next(RandomGenerator random) {
        StringBuilder nonce = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            nonce.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return nonce.toString();
    }
}
