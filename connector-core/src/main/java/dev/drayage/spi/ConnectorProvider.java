package dev.drayage.spi;

import dev.drayage.settings.Settings;

/**
 * The entry to one kind of connector, found by {@link java.util.ServiceLoader} or passed in a list. Stateless and
 * thread-safe; has a public constructor without parameters.
 */
public interface ConnectorProvider {
    /** The version of this SPI. */
    int SPI_VERSION = 1;

    /** What the connector is called, can do and wants to know. */
    ConnectorDescriptor describe();

    /**
     * Opens one account. Opening does not call the account; {@link Connector#diagnose} does.
     *
     * @throws dev.drayage.error.SettingsException with all faults of the settings at once
     */
    Connector open(Settings settings, ConnectorContext context);
}
