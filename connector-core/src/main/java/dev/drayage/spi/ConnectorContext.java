package dev.drayage.spi;

import dev.drayage.call.TimeSource;
import dev.drayage.model.AccountId;
import java.net.http.HttpClient;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the host lends to every connector, always through this one door.
 *
 * @param time clock and sleeper
 * @param random nonces and jitter
 * @param http the shared client, with the host's proxy and TLS wishes
 * @param states durable small state by account
 */
public record ConnectorContext(
        TimeSource time, RandomGenerator random, HttpClient http, Function<AccountId, ConnectorState> states) {
    /** The durable small state of the account that the connector serves. */
    public ConnectorState state(AccountId account) {
        return states.apply(account);
    }
}
