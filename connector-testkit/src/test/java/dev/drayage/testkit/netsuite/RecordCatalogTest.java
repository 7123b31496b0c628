package dev.drayage.testkit.netsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCatalogTest {
    /** Properties that only the REST API has, or that the vendor's script catalogue leaves out. */
    private static final Set<String> REST_ONLY = Set.of(
            "id",
            "tranId",
            "shipCarrier",
            "shipGroup",
            "giftCertRedemption",
            "salesTeam",
            "promotions",
            "billDate",
            "inventoryLocation",
            "altName");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "salesOrder",
                "cashSale",
                "itemFulfillment",
                "inventoryAdjustment",
                "customer",
                "invoice",
                "creditMemo",
                "cashRefund",
                "customerPayment",
                "customerDeposit",
                "depositApplication",
                "customerRefund",
                "deposit",
                "journalEntry"
            })
    void every_body_field_is_one_the_vendor_names(String record) throws IOException {
        Path catalogue = Path.of(System.getProperty("drayage.specs", ""), "netsuite", "records-commerce.json");
        boolean required = Boolean.getBoolean("drayage.specs.required");
        assumeTrue(required || Files.exists(catalogue), "the vendor's record catalogue is not here");
        Set<String> known = new TreeSet<>();
        JsonNode records = Json.parseObject(Files.readAllBytes(catalogue)).path("records");
        records.properties().forEach(entry -> {
            if (entry.getKey().equalsIgnoreCase(record)) {
                entry.getValue()
                        .path("fields")
                        .forEach(field ->
                                known.add(field.path("internalId").asText().toLowerCase(Locale.ROOT)));
            }
        });
        assertThat(RecordCatalog.load().get(record).fields().values())
                .extracting(RecordField::name)
                .filteredOn(name -> !REST_ONLY.contains(name) && !known.contains(name.toLowerCase(Locale.ROOT)))
                .isEmpty();
    }
}
