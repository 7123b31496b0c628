package dev.drayage.threepl;

import dev.drayage.model.ItemFulfillment;
import dev.drayage.model.WarehouseOrder;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.testing.SettingsContract;
import dev.drayage.testing.SinkContract;
import dev.drayage.testing.SinkUnderTest;
import dev.drayage.testing.SourceUnderTest;
import dev.drayage.testing.WindowSourceContract;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** ShipStation keeps the contracts that every connector keeps. */
class ShipStationContractTest {
    @Nested
    class ItsSettings extends SettingsContract {
        @Override
        protected ConnectorProvider provider() {
            return new ShipStationProvider();
        }

        @Override
        protected Map<String, String> settings() {
            return Map.of(
                    ShipStationSettings.ACCOUNT.name(),
                    "MAIN",
                    ShipStationSettings.API_KEY.name(),
                    "hush-one",
                    ShipStationSettings.ERP_ACCOUNT.name(),
                    "erp:E1",
                    ShipStationSettings.ZONE.name(),
                    "America/Chicago",
                    ShipStationSettings.WAREHOUSE_ID.name(),
                    "se-28529731");
        }
    }

    @Nested
    class ItsOrders extends SinkContract<WarehouseOrder> {
        @Override
        protected SinkUnderTest<WarehouseOrder> open() {
            return ShipStationOrders.told();
        }
    }

    @Nested
    class ItsCancellations extends SinkContract<WarehouseOrder> {
        @Override
        protected SinkUnderTest<WarehouseOrder> open() {
            return ShipStationOrders.calledOff();
        }
    }

    @Nested
    class ItsLabels extends WindowSourceContract<ItemFulfillment> {
        @Override
        protected SourceUnderTest<ItemFulfillment> open() {
            return new ShipStationDepartures(ShipStationDepartures.Kind.LABEL);
        }
    }

    @Nested
    class ItsFulfillments extends WindowSourceContract<ItemFulfillment> {
        @Override
        protected SourceUnderTest<ItemFulfillment> open() {
            return new ShipStationDepartures(ShipStationDepartures.Kind.FULFILLMENT);
        }
    }
}
