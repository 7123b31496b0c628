package dev.drayage.examples.quickstart;

import java.io.IOException;

/**
 * Goes before {@link Quickstart} inside Maven's own process: what cannot be used is answered in a line each, and that is the
 * end. A program that Maven starts and that fails is followed by Maven's stack trace.
 */
public final class Check {
    private Check() {}

    /** Reads what the quickstart will read; exits with 2 if it cannot be used. */
    public static void main(String[] args) throws IOException {
        try {
            Wishes wishes = Wishes.of(System.getProperties());
            if (wishes.settings().isPresent()) {
                Accounts.read(wishes.settings().get()).checkSecrets();
            }
        } catch (RefusedException e) {
            e.tell();
            System.exit(2);
        }
    }
}
