package dev.drayage.threepl.internal.shiporder;

import dev.drayage.call.TimeSource;
import dev.drayage.spi.ConnectorState;
import dev.drayage.threepl.internal.exchange.Outbox;

/**
 * What documents for a warehouse leave with, orders and answers alike. Thread-safe.
 *
 * @param outbox delivers each once
 * @param folder where the partner expects them
 * @param numbers one for each
 * @param names what those that were sent were called
 * @param acknowledgements what the partner said of them
 * @param state of the account
 * @param time of the host
 */
public record Dispatch(
        Outbox outbox,
        String folder,
        DocumentNumbers numbers,
        SentNames names,
        Acknowledgements acknowledgements,
        ConnectorState state,
        TimeSource time) {}
