package dev.drayage.shopify.internal.fulfillment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.Carrier;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.ShopifySettings;
import dev.drayage.shopify.ShopifySettingsBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingCompaniesTest {
    private static ShopifySettingsBuilder settings() {
        return ShopifySettings.builder().shop("acme.myshopify.com").accessToken("shpat_1");
    }

    private static TrackingCompanies companies(ShopifySettingsBuilder settings) {
        Settings read = ShopifySettings.schema().read(settings.toMap());
        return new TrackingCompanies(read.get(ShopifySettings.CARRIERS), read.get(ShopifySettings.TRACKING_URLS));
    }

    @ParameterizedTest
    @CsvSource({"ups, UPS", "FEDEX, FedEx", "dhl ecommerce, DHL eCommerce", "yamato (en), Yamato (EN)", "Skynet, Skynet"
    })
    void shopifys_own_names_are_written_as_shopify_writes_them(String told, String written) {
        assertThat(companies(settings()).tracking(new Carrier(told), List.of("1")))
                .contains(new Tracking(written, List.of("1"), List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Other", "UPS Ground", "Fed Ex", " "})
    void nothing_is_guessed(String told) {
        assertThat(companies(settings()).tracking(new Carrier(told), List.of("1")))
                .isEmpty();
    }

    @Test
    void a_mapped_carrier_takes_the_address_of_its_new_name() {
        assertThat(companies(settings().carrier("Van 7", "Blue Van").trackingUrl("blue van", "https://t.example/{}"))
                        .tracking(new Carrier("VAN 7"), List.of("a/b", "c d")))
                .contains(new Tracking(
                        "Blue Van",
                        List.of("a/b", "c d"),
                        List.of("https://t.example/a%2Fb", "https://t.example/c%20d")));
    }

    @Test
    void an_entry_that_cannot_be_right_is_told_when_the_account_is_opened() {
        Map<String, String> flat = new TreeMap<>(settings()
                .carrier("Van 7", "Blu Van")
                .trackingUrl("Blue Van", "https://t.example/{}")
                .toMap());
        assertThat(ShopifySettings.schema().problems(flat))
                .singleElement()
                .asString()
                .contains("Van 7", "Blu Van", "carrier.urls");
        flat.put("carrier.map", "UPS=UPS,ups=UPS");
        assertThat(ShopifySettings.schema().problems(flat))
                .singleElement()
                .asString()
                .contains("two entries");
        flat.put("carrier.map", "");
        flat.put("carrier.urls", "Blue Van=t.example/{}");
        assertThat(ShopifySettings.schema().problems(flat))
                .singleElement()
                .asString()
                .contains("carrier.urls", "https://host");
    }
}
