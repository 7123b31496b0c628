package dev.drayage.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.Connectors;
import dev.drayage.call.SystemTimeSource;
import dev.drayage.netsuite.MarketplaceTax;
import dev.drayage.netsuite.NetSuiteSettings;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.WeightUnit;
import dev.drayage.store.InMemorySyncStore;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The guide of NetSuite: its settings, and the reference page that is made of the schema. */
class NetSuiteSnippetsTest {
    static Map<String, String> settings() {
        // tag::netsuite-settings[]
        Map<String, String> settings = NetSuiteSettings.builder("1234567_SB1", ZoneId.of("America/Los_Angeles"))
                .oauth("client-id-of-the-integration", "certificate-id", "file:/run/secrets/netsuite-key.pem")
                .concurrency(4)
                .subsidiary("1")
                .customer("amazon:A1EXAMPLE-na", "110")
                .location("amazon:A1EXAMPLE-na", "6")
                .fbaLocation("amazon:A1EXAMPLE-na", "9")
                .shipMethod("Standard", "92")
                .shipMethod("Expedited", "93")
                .discountItem("501")
                .giftWrapItem("502")
                .chargeItem("503")
                .taxItem("504")
                .sellerTax(SellerTax.LINE)
                .marketplaceTax(MarketplaceTax.OMIT)
                .weightUnit(WeightUnit.LB)
                .build()
                .toMap();
        // end::netsuite-settings[]
        return settings;
    }

    @Test
    void the_settings_of_the_guide_are_accepted() {
        Connectors connectors =
                Connectors.discover(Connectors.Environment.of(new InMemorySyncStore(new SystemTimeSource())));
        assertThat(connectors.problems("netsuite", settings())).isEmpty();
        connectors.open("netsuite", settings()).close();
    }

    @Test
    void settings_of_netsuite() throws IOException {
        GeneratedPagesTest.compare(
                "docs/settings-netsuite.md",
                GeneratedPagesTest.settings("netsuite", NetSuiteSettings.schema(), "netsuite.md"));
    }
}
