package dev.drayage.examples.docs.stall;

import dev.drayage.model.RecordType;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorContext;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

// tag::stall-provider[]
/** Opens market stalls. Stateless. */
public final class StallProvider implements ConnectorProvider {
    static final Setting<String> STALL =
            Setting.text("stall", "The stall's own number.").mandatory();
    static final Setting<URI> ADDRESS = new Setting<>(
            "address", "address", false, true, Optional.empty(), "Where the stall's till answers.", StallProvider::uri);
    static final Setting<SecretSource> KEY =
            Setting.secret("key", "The key of the till.").mandatory();

    /** For {@link java.util.ServiceLoader}. */
    public StallProvider() {}

    @Override
    public ConnectorDescriptor describe() {
        return new ConnectorDescriptor(
                "stall",
                SPI_VERSION,
                "Market stall",
                SettingsSchema.of("Market stall", STALL, ADDRESS, KEY),
                Set.of(RecordType.SALES_ORDER.name()),
                Set.of(RecordType.ITEM_FULFILLMENT.name()));
    }

    @Override
    public Connector open(Settings settings, ConnectorContext context) {
        return new StallConnector(settings, context);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("must be an address such as http://till.example", e); // never the value
        }
    }
}
// end::stall-provider[]
