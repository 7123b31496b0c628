package dev.drayage.shopify.internal.companies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.model.Company;
import dev.drayage.model.CompanyLocation;
import dev.drayage.shopify.internal.ShopifySpecs;
import dev.drayage.shopify.internal.SimulatedShop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Companies and locations that Shopify really answered with; fields that a recording did not ask for are absent. */
class RecordedCompaniesTest {
    private static final Json READER = new Json(JsonLimits.standard());

    private final List<Company> companies = new ArrayList<>();
    private final List<CompanyLocation> locations = new ArrayList<>();

    @Test
    void recorded_companies_and_locations_can_be_read() {
        for (Path file : ShopifySpecs.recordings()) {
            read(file, ShopifySpecs.read(file));
        }
        assertThat(companies).hasSizeGreaterThan(10);
        assertThat(locations).hasSizeGreaterThan(20);
        assertThat(locations)
                .anySatisfy(location -> assertThat(location.taxId()).isPresent());
        assertThat(locations)
                .anySatisfy(location -> assertThat(location.taxExempt()).isTrue());
        assertThat(locations)
                .anySatisfy(location -> assertThat(location.billTo()).isPresent());
        assertThat(companies)
                .anySatisfy(company -> assertThat(company.contacts()).isNotEmpty());
    }

    private void read(Path file, JsonNode node) {
        String id = node.path("id").asText();
        if (id.startsWith("gid://shopify/Company/")
                && node.has("name")
                && node.path("locations").path("nodes").isArray()) {
            company(file, (ObjectNode) node.deepCopy());
        } else if (id.startsWith("gid://shopify/CompanyLocation/") && node.has("name")) {
            ObjectNode owner = ((ObjectNode) node)
                    .objectNode()
                    .put("id", "gid://shopify/Company/1")
                    .put("name", "Acme");
            owner.putObject("locations").putArray("nodes").add(node.deepCopy());
            company(file, owner);
        }
        node.forEach(part -> read(file, part));
    }

    private void company(Path file, ObjectNode company) {
        company.put("updatedAt", "2026-11-16T08:00:00Z");
        company.path("locations")
                .path("nodes")
                .forEach(place -> ((ObjectNode) place).put("updatedAt", "2026-11-16T08:00:00Z"));
        JsonValue read = READER.read(READER.write(company), "CompanyById");
        Company translated = SimulatedShop.record(new CompanyTranslation(SimulatedShop.ACCOUNT)
                .change(new ReadCompany(
                        read,
                        read.at("locations").elements("nodes"),
                        read.at("contacts").elements("nodes"))));
        assertThat(translated.name()).as(file.toString()).isNotBlank();
        companies.add(translated);
        locations.addAll(translated.locations());
    }
}
