package dev.drayage.threepl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ShipStation's settings refuse when they are opened, and not weeks later at the first order. */
class ShipStationSettingsTest {
    private static List<String> problems(Setting<?> setting, String text) {
        Map<String, String> flat = new TreeMap<>(Map.of(
                ShipStationSettings.ACCOUNT.name(),
                "MAIN",
                ShipStationSettings.API_KEY.name(),
                "key-1",
                ShipStationSettings.ERP_ACCOUNT.name(),
                "netsuite:1234567",
                ShipStationSettings.ZONE.name(),
                "America/Chicago",
                ShipStationSettings.WAREHOUSE_ID.name(),
                "se-28529731"));
        flat.put(setting.name(), text);
        return ShipStationSettings.SCHEMA.problems(flat);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567", "nonsense", "NetSuite:1234567", "netsuite:", "netsuite:12 34"})
    void an_erp_account_without_its_system_is_refused(String text) {
        assertThat(problems(ShipStationSettings.ERP_ACCOUNT, text))
                .containsExactly("erpAccount must be system:id, such as netsuite:1234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ups_ground", "se-123890", "se-123890/", "123890/ups_ground", "se-123890/UPS Ground", "None"})
    void a_ship_method_that_names_no_service_is_refused(String text) {
        assertThat(problems(ShipStationSettings.SHIP_METHODS, "Pickup=none,Ground=" + text))
                .singleElement()
                .asString()
                .startsWith("shipMethods must give carrier id and service code");
        assertThat(problems(ShipStationSettings.NO_SHIP_METHOD, text))
                .singleElement()
                .asString()
                .startsWith("shipMethods.missing must give carrier id and service code");
    }

    @Test
    void what_the_reference_page_shows_is_taken() {
        assertThat(problems(ShipStationSettings.SHIP_METHODS, "Ground=se-123890/ups_ground,Pickup=none"))
                .isEmpty();
        assertThat(problems(ShipStationSettings.NO_SHIP_METHOD, "none")).isEmpty();
        assertThat(problems(ShipStationSettings.ERP_ACCOUNT, "netsuite:1234567_SB1"))
                .isEmpty();
    }
}
