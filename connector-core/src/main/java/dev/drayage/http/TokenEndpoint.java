package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.error.UnavailableException;
import dev.drayage.settings.Secret;
import java.time.Duration;

/**
 * Fetches a new token. Called by one thread at a time; reads its secret anew on each call, so that a rotated secret is
 * picked up.
 */
@FunctionalInterface
public interface TokenEndpoint {

    /**
     * Fetches a token.
     *
     * @throws AuthorisationException if the credential was refused; it is then not tried again for a while
     * @throws UnavailableException if no token could be had now
     */
    Issued fetch(CallContext call);

    /**
     * A token.
     *
     * @param token the token
     * @param lifetime how long it is good for, from now
     */
    record Issued(Secret token, Duration lifetime) {}
}
