package dev.drayage.http;

import dev.drayage.call.CallContext;
import dev.drayage.error.AuthorisationException;
import dev.drayage.settings.SecretSource;
import java.net.URI;
import java.util.Map;

/**
 * Adds the authorisation to each attempt at the moment it is sent, after it has waited for the quota: a signature holds
 * the time and a nonce, a token may have expired meanwhile. Asked only for the client's own host. Implementations are
 * thread-safe and call no service through the same quota budget.
 */
@FunctionalInterface
public interface Authorizer {

    /**
     * Headers for one attempt.
     *
     * @param request the request
     * @param uri where it goes, with its query as it is sent
     * @param call the context of the call
     * @throws AuthorisationException if the credentials are known to be refused
     */
    Authorization authorize(ApiRequest request, URI uri, CallContext call);

    /**
     * Hears that the vendor refused {@code rejected} as a credential.
     *
     * @return whether one more attempt with a new authorisation makes sense
     */
    default boolean renewAfter(Authorization rejected) {
        return false;
    }

    /** No authorisation. */
    static Authorizer none() {
        return (request, uri, call) -> Authorization.of(Map.of());
    }

    /** A key in a header, read anew for each attempt. */
    static Authorizer header(String name, SecretSource key) {
        return (request, uri, call) ->
                Authorization.of(Map.of(name, key.current().reveal()));
    }
}
