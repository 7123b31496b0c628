package dev.drayage.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.model.RecordType;
import dev.drayage.settings.Settings;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShopifyProviderTest {

    @Test
    void the_provider_is_found_on_the_module_path_and_on_the_class_path() throws IOException {
        assertThat(ShopifyProvider.class.getModule().getDescriptor().provides()).anySatisfy(provides -> {
            assertThat(provides.service()).isEqualTo(ConnectorProvider.class.getName());
            assertThat(provides.providers()).containsExactly(ShopifyProvider.class.getName());
        });
        try (InputStream services =
                ShopifyProvider.class.getResourceAsStream("/META-INF/services/" + ConnectorProvider.class.getName())) {
            assertThat(services)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualToIgnoringNewLines(ShopifyProvider.class.getName());
        }
    }

    @Test
    void the_account_is_named_by_the_shops_domain() {
        try (LoopbackShop shop = new LoopbackShop();
                Connector connector = shop.open()) {
            ConnectorDescriptor descriptor = new ShopifyProvider().describe();
            assertThat(descriptor.kind()).isEqualTo("shopify");
            assertThat(connector.account()).hasToString("shopify:acme.myshopify.com");
        }
    }

    @Test
    void what_is_announced_is_there_and_nothing_else() {
        try (LoopbackShop shop = new LoopbackShop();
                Connector connector = shop.open()) {
            ConnectorDescriptor descriptor = new ShopifyProvider().describe();
            for (RecordType<?> type : List.of(
                    RecordType.SALES_ORDER,
                    RecordType.COMPANY,
                    RecordType.PAYOUT,
                    RecordType.REFUND,
                    RecordType.ITEM_FULFILLMENT,
                    RecordType.INVENTORY_LEVEL,
                    RecordType.CUSTOMER_PAYMENT,
                    RecordType.ORDER_PROGRESS,
                    RecordType.ITEM,
                    RecordType.LIST_PRICE,
                    RecordType.CASH_SALE)) {
                assertThat(connector.source(type).isPresent())
                        .as("source of %s", type)
                        .isEqualTo(descriptor.sources().contains(type.name()));
                assertThat(connector.sink(type).isPresent())
                        .as("sink of %s", type)
                        .isEqualTo(descriptor.sinks().contains(type.name()));
            }
            assertThat(descriptor.sources()).hasSize(4);
            assertThat(descriptor.sinks()).hasSize(7);
            assertThat(connector.sink(RecordType.ORDER_EDIT))
                    .as("orders are edited only where the settings allow it")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "acme.myshopify.com, acme.myshopify.com",
        "ACME.myshopify.com, acme.myshopify.com",
        "https://acme.myshopify.com/, acme.myshopify.com",
        "admin.shopify.com/store/acme, acme.myshopify.com",
        "https://admin.shopify.com/store/acme, acme.myshopify.com",
        "my_shop-2.shop.dev, my_shop-2.shop.dev"
    })
    void a_shop_is_read_from_what_people_paste(String text, String domain) {
        assertThat(ShopifySettings.SHOP.parser().apply(text)).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "www.acme.com",
                "acme.myshopify.com.evil.org",
                "evil.org/acme.myshopify.com",
                "acme.myshopify.com@evil.org",
                "acme.myshopify.com:8443",
                "http://acme.myshopify.com",
                "-acme.myshopify.com",
                "admin.shopify.com",
                "myshopify.com"
            })
    void no_other_host_is_ever_called(String text) {
        assertThat(problems("shop.domain", text)).singleElement().asString().startsWith("shop.domain must");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01", "2025-10", "2026-05", "unstable", "latest"})
    void a_version_that_cannot_guard_writes_is_refused(String version) {
        assertThat(problems("api.version", version)).singleElement().asString().startsWith("api.version must");
    }

    @Test
    void all_faults_are_told_at_once_and_no_secret_with_them() {
        Map<String, String> flat = Map.of(
                "app.clientSecret", "top-secret",
                "orders.pageSize", "51",
                "money.basis", "both",
                "location.map", "Main=1",
                "shop.domian", "acme.myshopify.com");

        List<String> problems = ShopifySettings.schema().problems(flat);

        assertThat(problems).anyMatch(p -> p.startsWith("shop.domain is missing"));
        assertThat(problems).anyMatch(p -> p.startsWith("orders.pageSize"));
        assertThat(problems).anyMatch(p -> p.startsWith("money.basis"));
        assertThat(problems).anyMatch(p -> p.startsWith("location.map"));
        assertThat(problems).anyMatch(p -> p.contains("did you mean shop.domain"));
        assertThat(problems.toString()).doesNotContain("top-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|access.token is missing, or app.clientId and app.clientSecret in its place",
                "app.clientId=1|app.clientId and app.clientSecret belong together",
                "access.token=t,app.refreshToken=r|access.token stands for itself",
            })
    void exactly_one_way_to_a_token_is_given(String given, String problem) {
        Map<String, String> flat = new TreeMap<>(Map.of("shop.domain", "acme.myshopify.com"));
        if (given != null) {
            for (String pair : given.split(",", -1)) {
                flat.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
        }
        assertThat(ShopifySettings.schema().problems(flat))
                .singleElement()
                .asString()
                .startsWith(problem);
    }

    @Test
    void the_largest_page_of_orders_is_the_one_that_its_document_allows() {
        int largest = Documents.ORDERS_UPDATED.largestPage().orElseThrow();

        assertThat(ShopifySettings.PAGE_SIZE.fallback()).contains(Integer.toString(largest));
        assertThat(problems("orders.pageSize", Integer.toString(largest))).isEmpty();
        assertThat(problems("orders.pageSize", Integer.toString(largest + 1))).hasSize(1);
    }

    @Test
    void the_builder_writes_what_the_schema_reads() {
        Settings settings = ShopifySettings.schema()
                .read(ShopifySettings.builder()
                        .shop("acme.myshopify.com")
                        .ownApp("1", "2")
                        .apiVersion("2026-07")
                        .moneyBasis(MoneyBasis.PRESENTMENT)
                        .testOrders(true)
                        .pageSize(10)
                        .searchLag(Duration.ofMinutes(5))
                        .location(655441491, "Main Warehouse")
                        .location(7, "Store")
                        .toMap());

        assertThat(settings.get(ShopifySettings.API_VERSION)).isEqualTo("2026-07");
        assertThat(settings.get(ShopifySettings.MONEY_BASIS)).isEqualTo(MoneyBasis.PRESENTMENT);
        assertThat(settings.get(ShopifySettings.TEST_ORDERS)).isTrue();
        assertThat(settings.get(ShopifySettings.PAGE_SIZE)).isEqualTo(10);
        assertThat(settings.get(ShopifySettings.SEARCH_LAG)).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.get(ShopifySettings.LOCATIONS))
                .containsOnly(Map.entry("655441491", "Main Warehouse"), Map.entry("7", "Store"));
    }

    private static List<String> problems(String setting, String text) {
        Map<String, String> flat =
                new TreeMap<>(Map.of("shop.domain", "acme.myshopify.com", "access.token", "shpat_1"));
        flat.put(setting, text);
        return ShopifySettings.schema().problems(flat);
    }
}
