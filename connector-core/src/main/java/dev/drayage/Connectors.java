package dev.drayage;

import dev.drayage.call.Randomness;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.call.TimeSource;
import dev.drayage.error.SettingsException;
import dev.drayage.http.ApiClient;
import dev.drayage.settings.Settings;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.store.SyncStore;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/**
 * The connectors that a host can open, by kind, and what they all share: store, clock, HTTP client, randomness. Immutable
 * and thread-safe.
 */
public final class Connectors {
    private final Map<String, ConnectorProvider> providers;
    private final Environment environment;

    private Connectors(Map<String, ConnectorProvider> providers, Environment environment) {
        this.providers = providers;
        this.environment = environment;
    }

    /**
     * What connectors share.
     *
     * @param store where they keep small durable state
     * @param namespace the tenant of the store
     * @param time clock and sleeper
     * @param http the shared client, with the host's proxy and TLS wishes
     * @param random nonces and jitter
     */
    public record Environment(
            SyncStore store, String namespace, TimeSource time, HttpClient http, RandomGenerator random) {
        /** The machine's clock, a client without proxy, secure randomness, the namespace {@code default}. */
        public static Environment of(SyncStore store) {
            return new Environment(
                    store, "default", new SystemTimeSource(), ApiClient.standardTransport(), Randomness.secure());
        }

        /** The same for another tenant. */
        public Environment forTenant(String other) {
            return new Environment(store, other, time, http, random);
        }

        /** The same on another clock. */
        public Environment at(TimeSource other) {
            return new Environment(store, namespace, other, http, random);
        }

        /** The same with another HTTP client. */
        public Environment over(HttpClient other) {
            return new Environment(store, namespace, time, other, random);
        }
    }

    /** The connectors on the class or module path, found by the class loader of this library. */
    public static Connectors discover(Environment environment) {
        ClassLoader loader = Connectors.class.getClassLoader();
        return discover(environment, loader);
    }

    /**
     * The connectors that a class loader finds.
     *
     * @throws SettingsException if a provider cannot be loaded, naming each
     */
    public static Connectors discover(Environment environment, ClassLoader loader) {
        List<ConnectorProvider> found = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        ServiceLoader.load(ConnectorProvider.class, loader).stream().forEach(candidate -> {
            try {
                found.add(candidate.get());
            } catch (ServiceConfigurationError | LinkageError e) {
                problems.add("provider " + candidate.type().getName() + " cannot be loaded ("
                        + e.getClass().getSimpleName() + ")");
            }
        });
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return of(environment, found);
    }

    /**
     * Exactly these connectors.
     *
     * @throws SettingsException if two have the same kind, or one was written for another version of the SPI
     */
    public static Connectors of(Environment environment, List<ConnectorProvider> providers) {
        Map<String, ConnectorProvider> byKind = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (ConnectorProvider provider : providers) {
            ConnectorDescriptor descriptor = provider.describe();
            ConnectorProvider other = byKind.putIfAbsent(descriptor.kind(), provider);
            if (other != null) {
                problems.add("kind " + descriptor.kind() + " is claimed by "
                        + other.getClass().getName() + " and by "
                        + provider.getClass().getName());
            }
            if (descriptor.spiVersion() != ConnectorProvider.SPI_VERSION) {
                problems.add(provider.getClass().getName() + " was written for SPI version " + descriptor.spiVersion()
                        + ", this is " + ConnectorProvider.SPI_VERSION);
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
        return new Connectors(byKind, environment);
    }

    /** What can be opened, in order of kind. */
    public List<ConnectorDescriptor> describe() {
        return providers.values().stream().map(ConnectorProvider::describe).toList();
    }

    /** Opens an account with typed settings; nothing is called yet. */
    public Connector open(String kind, Settings settings) {
        return provider(kind)
                .open(
                        settings,
                        new ConnectorContext(
                                environment.time(),
                                environment.random(),
                                environment.http(),
                                account -> new GuardedState(
                                        environment.store().connectorState(environment.namespace(), account))));
    }

    /**
     * Opens an account with flat settings, as from a properties file.
     *
     * @throws SettingsException with all faults at once
     */
    public Connector open(String kind, Map<String, String> flat) {
        return open(kind, provider(kind).describe().settings().read(flat));
    }

    /** The faults of flat settings, without opening anything; empty if they are fine. */
    public List<String> problems(String kind, Map<String, String> flat) {
        return provider(kind).describe().settings().problems(flat);
    }

    private ConnectorProvider provider(String kind) {
        ConnectorProvider provider = providers.get(kind);
        if (provider == null) {
            throw new SettingsException(List.of(
                    "there is no connector of kind " + kind + "; there are " + String.join(", ", providers.keySet())));
        }
        return provider;
    }
}
