package dev.drayage.amazon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.CancelledException;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.SettingsException;
import dev.drayage.error.ThrottledException;
import dev.drayage.model.RecordType;
import dev.drayage.model.SalesOrder;
import dev.drayage.spi.Connector;
import dev.drayage.spi.ConnectorDescriptor;
import dev.drayage.spi.ConnectorProvider;
import dev.drayage.spi.Diagnosis;
import dev.drayage.spi.Page;
import dev.drayage.spi.RecordSource;
import dev.drayage.testkit.amazon.Marketplace;
import dev.drayage.testkit.amazon.Operation;
import dev.drayage.testkit.amazon.SimulatedListing;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AmazonAccountTest {
    private final SellerCentral seller = new SellerCentral();

    @AfterEach
    void close() {
        seller.close();
    }

    private long logins() {
        return seller.amazon.traffic().requests(Operation.REQUEST_TOKEN);
    }

    private void read(RecordSource<SalesOrder> orders) {
        orders.read(seller.lately(), Optional.empty(), seller.call());
    }

    private Diagnosis diagnosis() {
        return seller.open().diagnose(seller.call());
    }

    @Test
    void the_provider_is_found_on_the_module_path_and_on_the_class_path() throws IOException {
        assertThat(AmazonProvider.class.getModule().getDescriptor().provides()).anySatisfy(provides -> {
            assertThat(provides.service()).isEqualTo(ConnectorProvider.class.getName());
            assertThat(provides.providers()).containsExactly(AmazonProvider.class.getName());
        });
        try (InputStream services =
                AmazonProvider.class.getResourceAsStream("/META-INF/services/" + ConnectorProvider.class.getName())) {
            assertThat(services)
                    .asString(StandardCharsets.UTF_8)
                    .isEqualToIgnoringNewLines(AmazonProvider.class.getName());
        }
    }

    @Test
    void the_account_is_named_by_seller_and_region_and_says_what_it_can() {
        ConnectorDescriptor descriptor = new AmazonProvider().describe();
        assertThat(descriptor.kind()).isEqualTo("amazon");
        assertThat(descriptor.sources()).containsExactly("salesOrder");
        assertThat(descriptor.sinks()).containsExactlyInAnyOrder("itemFulfillment", "inventoryLevel");
        Connector connector = seller.open();
        assertThat(connector.account()).hasToString("amazon:A1EXAMPLESELLER-na");
        assertThat(connector.source(RecordType.CASH_SALE)).isEmpty();
        assertThat(connector.sink(RecordType.SALES_ORDER)).isEmpty();
    }

    @Test
    void all_faults_of_the_settings_are_told_at_once_and_no_secret_with_them() {
        Map<String, String> flat = Map.of(
                "seller.id", "no such id!",
                "region", "mars",
                "login.clientSecret", "top-secret",
                "orders.pageSize", "101",
                "orders.maxSpan", "PT0S",
                "orders.settleDelay", "-PT2M",
                "quota.rates", "getOrders=1/1",
                "carier.map", "A=B");

        List<String> problems = AmazonSettings.schema().problems(flat);

        assertThat(problems).anyMatch(p -> p.startsWith("seller.id"));
        assertThat(problems).anyMatch(p -> p.startsWith("region"));
        assertThat(problems).anyMatch(p -> p.startsWith("orders.pageSize"));
        assertThat(problems).anyMatch(p -> p.startsWith("orders.maxSpan"));
        assertThat(problems).anyMatch(p -> p.startsWith("orders.settleDelay"));
        assertThat(problems).anyMatch(p -> p.startsWith("quota.rates"));
        assertThat(problems).anyMatch(p -> p.startsWith("marketplaces is missing"));
        assertThat(problems).anyMatch(p -> p.contains("did you mean carrier.map"));
        assertThat(problems.toString()).doesNotContain("top-secret");
    }

    @Test
    void a_store_of_another_region_is_refused_when_the_account_is_opened() {
        seller.settings.marketplaces(Marketplace.US.id(), Marketplace.DE.id());

        assertThatThrownBy(seller::open)
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(Marketplace.DE.id());
    }

    @Test
    void one_token_serves_all_calls_and_is_renewed_before_it_ends() {
        RecordSource<SalesOrder> orders = seller.orders();
        read(orders);
        read(orders);
        assertThat(logins()).isEqualTo(1);

        seller.time.advance(Duration.ofMinutes(56));
        read(orders);
        assertThat(logins()).isEqualTo(2);
        assertThat(seller.amazon.traffic().refused()).isEmpty();
    }

    /** Threads of their own: from Java 25 on the JDK's client ends its calls on the common pool, which must stay free. */
    @Test
    void one_token_is_fetched_for_many_callers() throws InterruptedException {
        seller.amazon.quota().unlimited();
        RecordSource<SalesOrder> orders = seller.orders();
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Page<SalesOrder>>> reads =
                    Collections.nCopies(8, () -> orders.read(seller.lately(), Optional.empty(), seller.call()));

            assertThat(callers.invokeAll(reads))
                    .allSatisfy(read -> assertThat(read.get()).isNotNull());
        } finally {
            callers.shutdownNow();
        }
        assertThat(logins()).isEqualTo(1);
    }

    @Test
    void a_rotated_secret_is_picked_up_from_its_file(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("secret");
        Files.writeString(file, seller.amazon.clientSecret());
        seller.settings.application(seller.amazon.clientId(), "file:" + file);
        RecordSource<SalesOrder> orders = seller.orders();
        read(orders);

        seller.amazon.login().rotateClientSecret("the-next-secret", seller.time.instant());
        Files.writeString(file, "the-next-secret");
        seller.time.advance(Duration.ofHours(1));

        read(orders);
        assertThat(logins()).isEqualTo(2);
    }

    @Test
    void refused_credentials_do_not_hammer_the_login() {
        seller.amazon.login().revokeSeller();
        RecordSource<SalesOrder> orders = seller.orders();
        for (int n = 0; n < 5; n++) {
            assertThatThrownBy(() -> read(orders))
                    .isInstanceOfSatisfying(
                            AuthorisationException.class,
                            e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED));
        }
        assertThat(logins()).isEqualTo(1);

        seller.amazon.login().authorizeSeller();
        seller.time.advance(Duration.ofMinutes(2));
        read(orders);
    }

    @Test
    void a_login_that_fails_for_a_moment_is_tried_again() {
        seller.amazon.faults().next(2, Fault.SERVER_ERROR, Operation.REQUEST_TOKEN::matches);

        read(seller.orders());
    }

    @Test
    void a_consent_that_is_taken_back_while_a_token_is_good_is_told_as_a_refusal() {
        RecordSource<SalesOrder> orders = seller.orders();
        read(orders);
        seller.amazon.login().revokeSeller();

        assertThatThrownBy(() -> read(orders)).isInstanceOf(AuthorisationException.class);
    }

    @Test
    void the_user_agent_names_the_language_and_escapes_what_would_part_it() {
        List<WireRequest> seen = new CopyOnWriteArrayList<>();
        seller.amazon.faults().next(1, Fault.RESET, request -> {
            seen.add(request);
            return false;
        });

        read(seller.orders());

        assertThat(seen)
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.header("user-agent").orElse(""))
                        .startsWith("Acme \\(Sync\\)/1.2 (Language=Java/")
                        .hasSizeLessThan(500));
    }

    @Test
    void a_read_announces_no_body() {
        Assumptions.assumeTrue(
                Runtime.version().feature() >= 19,
                "before Java 19 the JDK's client adds Content-Length: 0 to every GET over HTTP/1.1");
        seller.amazon.refuseZeroContentLength(true);

        read(seller.orders());
    }

    @Test
    void a_restart_does_not_burn_the_burst_of_the_slow_search() {
        for (int n = 0; n < 20; n++) {
            read(seller.orders());
        }

        assertThatThrownBy(() -> read(seller.orders())).isInstanceOf(ThrottledException.class);
        assertThat(seller.amazon.traffic().refused()).isEmpty();
    }

    @Test
    void a_quota_that_other_software_used_up_is_told_after_one_refusal() {
        seller.amazon.quota().otherClientTakes(Operation.SEARCH_ORDERS, 20);

        assertThatThrownBy(() -> read(seller.orders()))
                .isInstanceOfSatisfying(
                        ThrottledException.class,
                        e -> assertThat(e.notBefore()).isAfter(SellerCentral.NOW.plusSeconds(100)));
        assertThat(seller.amazon.traffic().refused(429, "QuotaExceeded")).isEqualTo(1);
    }

    @Test
    void a_stated_rate_is_taken_over_and_a_setting_replaces_the_published_plan() {
        seller.amazon.quota().limit(Operation.SEARCH_ORDERS, 1, 1);
        seller.settings.rate("searchOrders", new BigDecimal("0.5"), 1);
        RecordSource<SalesOrder> orders = seller.orders();
        Instant start = seller.time.instant();
        for (int n = 0; n < 11; n++) {
            read(orders);
        }

        assertThat(Duration.between(start, seller.time.instant()))
                .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(16));
        assertThat(seller.amazon.traffic().refused()).isEmpty();
    }

    @Test
    void a_closed_account_sends_nothing() {
        Connector connector = seller.open();
        RecordSource<SalesOrder> orders =
                connector.source(RecordType.SALES_ORDER).orElseThrow();
        connector.close();
        connector.close();

        assertThatThrownBy(() -> read(orders)).isInstanceOf(CancelledException.class);
        assertThat(logins()).isZero();
    }

    @Test
    void a_sound_account_passes_its_diagnosis() {
        seller.amazon.listings().put(listing("WIDGET-1"));

        Diagnosis diagnosis = diagnosis();

        assertThat(diagnosis.ok()).isTrue();
        assertThat(diagnosis.checks())
                .hasSize(5)
                .allSatisfy(check -> assertThat(check.verdict()).isEqualTo(Diagnosis.Verdict.PASSED));
    }

    @Test
    void a_diagnosis_tells_bad_credentials_without_throwing() {
        seller.amazon.login().expireClientSecretAt(SellerCentral.NOW);

        Diagnosis diagnosis = diagnosis();

        assertThat(diagnosis.ok()).isFalse();
        assertThat(diagnosis.checks())
                .singleElement()
                .satisfies(check ->
                        assertThat(check.detail()).contains("180 days").doesNotContain(seller.amazon.clientSecret()));
    }

    @Test
    void a_diagnosis_tells_a_store_that_the_seller_does_not_take_part_in() {
        seller.settings.marketplaces(Marketplace.US.id(), Marketplace.CA.id());

        assertThat(diagnosis().checks())
                .anySatisfy(check -> assertThat(check.detail()).contains(Marketplace.CA.id() + "]"));
    }

    @Test
    void a_diagnosis_names_skus_that_differ_only_in_case_or_blanks_over_all_pages() {
        for (int n = 0; n < 45; n++) {
            seller.amazon.listings().put(listing("SKU-" + n));
        }
        seller.amazon.listings().put(listing("sku-7"));
        seller.amazon.listings().put(listing("SKU -8"));

        assertThat(diagnosis().checks()).anySatisfy(check -> {
            assertThat(check.verdict()).isEqualTo(Diagnosis.Verdict.WARNING);
            assertThat(check.detail())
                    .contains("SKU-7, sku-7")
                    .contains("SKU -8, SKU-8")
                    .contains("2 SKUs");
        });
    }

    private static SimulatedListing listing(String sku) {
        return SimulatedListing.of(sku, "B0TEST0001", sku, 1, "9.99", SellerCentral.NOW);
    }
}
