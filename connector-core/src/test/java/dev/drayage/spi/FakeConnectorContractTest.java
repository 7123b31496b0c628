package dev.drayage.spi;

import dev.drayage.model.AccountId;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.settings.Setting;
import dev.drayage.settings.Settings;
import dev.drayage.settings.SettingsSchema;
import dev.drayage.testing.FakeConnector;
import dev.drayage.testing.FakeSinkAccount;
import dev.drayage.testing.FakeSourceAccount;
import dev.drayage.testing.FakeWorld;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;

/** The fakes that other tests stand on keep the contracts of the real ones. */
class FakeConnectorContractTest {
    static final Setting<String> ACCOUNT =
            Setting.text("account", "The account's id.").mandatory();
    static final SettingsSchema SCHEMA =
            SettingsSchema.of("Fake", ACCOUNT, Setting.secret("password", "What opens it."));

    /** Opens accounts in memory. */
    static class FakeProvider implements ConnectorProvider {
        @Override
        public ConnectorDescriptor describe() {
            return new ConnectorDescriptor(
                    "fake",
                    SPI_VERSION,
                    "Fake",
                    SCHEMA,
                    Set.of(RecordType.SALES_ORDER.name()),
                    Set.of(RecordType.SALES_ORDER.name()));
        }

        @Override
        public Connector open(Settings settings, ConnectorContext context) {
            return new FakeConnector(new FakeWorld(new AccountId("fake", settings.get(ACCOUNT)), context.time()));
        }
    }

    /** Its settings. */
    abstract static class OfSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new FakeProvider();
        }

        @Override
        protected List<ConnectorProvider> found() {
            return List.of(provider());
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of("account", "E1", "password", "open-sesame");
        }
    }

    @Nested
    class ItsSettings extends OfSettings {}

    @Nested
    class ItsSource extends WindowSourceContract<SalesOrder> {
        @Override
        protected SourceUnderTest<SalesOrder> open() {
            return new FakeSourceAccount();
        }
    }

    @Nested
    class ItsSink extends SinkContract<SalesOrder> {
        @Override
        protected SinkUnderTest<SalesOrder> open() {
            return new FakeSinkAccount();
        }
    }
}
