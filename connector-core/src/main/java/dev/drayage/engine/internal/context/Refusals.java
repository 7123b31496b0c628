package dev.drayage.engine.internal.context;

import dev.drayage.error.AuthorisationException;
import dev.drayage.model.AccountId;
import java.util.function.Supplier;

/** Calls accounts so that one that refuses us is named: of several that a sync touches, people must know whose secret to renew. */
public final class Refusals {
    private Refusals() {}

    public static <R> R named(AccountId account, Supplier<R> call) {
        try {
            return call.get();
        } catch (AuthorisationException e) {
            throw e.of(account.toString());
        }
    }
}
