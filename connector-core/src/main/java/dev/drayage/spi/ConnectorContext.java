package dev.drayage.spi;

import dev.drayage.call.TimeSource;
import java.net.http.HttpClient;
import java.util.random.RandomGenerator;

/**
 * What the host lends to every connector, always through this one door.
 *
 * @param time clock and sleeper
 * @param random nonces and jitter
 * @param http the shared client, with the host's proxy and TLS wishes
 * @param state durable small state of this account
 */
public record ConnectorContext(TimeSource time, RandomGenerator random, HttpClient http, ConnectorState state) {}
