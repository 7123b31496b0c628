package dev.drayage.spi;

import dev.drayage.settings.SettingsSchema;
import java.util.Set;

/**
 * What a connector is called, can do and wants to know.
 *
 * @param kind unique name in lower case, such as {@code netsuite}
 * @param spiVersion the {@link ConnectorProvider#SPI_VERSION} it was written for
 * @param title name for people
 * @param settings every setting
 * @param sources names of the record types it can read, as far as its settings allow it
 * @param sinks names of the record types it can write, as far as its settings allow it
 */
public record ConnectorDescriptor(
        String kind, int spiVersion, String title, SettingsSchema settings, Set<String> sources, Set<String> sinks) {
    public ConnectorDescriptor {
        sources = Set.copyOf(sources);
        sinks = Set.copyOf(sinks);
    }
}
