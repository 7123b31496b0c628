package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.AuthorisationException;
import dev.drayage.error.ErrorCode;
import dev.drayage.shopify.internal.LoopbackShop;
import dev.drayage.shopify.internal.documents.Documents;
import dev.drayage.testkit.wire.Fault;
import dev.drayage.testkit.wire.WireRequest;
import dev.drayage.testkit.wire.WireResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
    private static final String DAY = "{\"access_token\":\"shpat_%d\",\"scope\":\"write_orders\",\"expires_in\":86399}";
    private static final String HOUR =
            "{\"access_token\":\"shpat_%1$d\",\"expires_in\":3600,\"refresh_token\":\"shprt_%1$d\","
                    + "\"refresh_token_expires_in\":7776000}";

    private final LoopbackShop shop = new LoopbackShop();
    private final Map<String, String> ownApp =
            shop.bare().ownApp("app-1", "shpss_secret").toMap();
    private final Map<String, String> installed =
            shop.bare().installedApp("app-1", "shpss_secret", "shprt_first").toMap();

    @AfterEach
    void close() {
        shop.close();
    }

    private void read(ShopifyApi api) {
        shop.data("{\"shop\":{\"id\":\"1\"}}");
        api.execute(Documents.SHOP_FACTS, Variables.none(), shop.call());
    }

    private List<String> sent() {
        return shop.documents().stream()
                .map(request -> request.header("X-Shopify-Access-Token").orElse("none"))
                .toList();
    }

    @Test
    void a_fixed_token_is_read_anew_for_each_call(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("token");
        Files.writeString(file, "shpat_old\n");
        ShopifyApi api = shop.api(shop.bare().accessToken("file:" + file).toMap());
        read(api);
        Files.writeString(file, "shpat_new\n");
        read(api);

        assertThat(sent()).containsExactly("shpat_old", "shpat_new");
        assertThat(shop.logins()).isEmpty();
    }

    @Test
    void a_fixed_token_that_is_refused_is_told_at_once() {
        shop.faults.next(1, Fault.TOKEN_REJECTED, request -> true);

        assertThatThrownBy(() -> read(shop.api()))
                .isInstanceOfSatisfying(
                        AuthorisationException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.CREDENTIALS_REFUSED));
    }

    @Test
    void the_merchants_own_app_asks_for_a_token_a_day_and_before_it_ends() {
        shop.token(200, DAY.formatted(1)).token(200, DAY.formatted(2));
        ShopifyApi api = shop.api(ownApp);
        read(api);
        read(api);
        shop.time.advance(Duration.ofHours(23).plusMinutes(55));
        read(api);

        assertThat(sent()).containsExactly("shpat_1", "shpat_1", "shpat_2");
        WireRequest login = shop.logins().get(0);
        assertThat(login.path()).isEqualTo("/admin/oauth/access_token");
        assertThat(login.text())
                .contains("grant_type=client_credentials", "client_id=app-1", "client_secret=shpss_secret");
        assertThat(login.header("X-Shopify-Access-Token")).isEmpty();
    }

    @Test
    void one_token_is_fetched_for_many_callers() throws InterruptedException {
        shop.token(200, DAY.formatted(1)).token(200, DAY.formatted(2));
        ShopifyApi api = shop.api(ownApp);
        ExecutorService callers = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Boolean>> reads = Collections.nCopies(8, () -> {
                read(api);
                return true;
            });
            assertThat(callers.invokeAll(reads))
                    .allSatisfy(read -> assertThat(read.get()).isTrue());
        } finally {
            callers.shutdownNow();
        }
        assertThat(shop.logins()).hasSize(1);
    }

    @Test
    void a_token_that_is_refused_is_renewed_once() {
        shop.token(200, DAY.formatted(1)).token(200, DAY.formatted(2));
        ShopifyApi api = shop.api(ownApp);
        read(api);
        shop.answers(WireResponse.json(401, "{\"errors\":\"[API] Invalid API key or access token\"}"));
        read(api);

        assertThat(sent()).containsExactly("shpat_1", "shpat_1", "shpat_2");
    }

    @Test
    void a_wrong_secret_is_told_with_what_to_do_and_does_not_hammer_the_login() {
        shop.token(400, "{\"error\":\"invalid_client\"}");
        ShopifyApi api = shop.api(ownApp);
        for (int n = 0; n < 3; n++) {
            assertThatThrownBy(() -> read(api))
                    .isInstanceOf(AuthorisationException.class)
                    .hasMessageContaining("app.clientSecret")
                    .hasMessageNotContaining("shpss_secret");
        }
        assertThat(shop.logins()).hasSize(1);
    }

    @Test
    void an_app_of_another_organisation_is_told_to_be_installed() {
        shop.token(403, "{\"error\":\"shop_not_permitted\"}");

        assertThatThrownBy(() -> read(shop.api(ownApp))).hasMessageContaining("different organisations");
    }

    @Test
    void a_new_pair_is_kept_before_it_is_used_and_the_next_refresh_goes_on_from_it() {
        shop.token(200, HOUR.formatted(1)).token(200, HOUR.formatted(2));
        ShopifyApi api = shop.api(installed);
        List<String> kept = new CopyOnWriteArrayList<>();
        shop.faults.next(1, Fault.RESET, request -> {
            if (request.path().endsWith("/graphql.json")) {
                kept.add(shop.state().get(TokenRotation.KEY).orElse("nothing"));
            }
            return false;
        });
        read(api);
        shop.time.advance(Duration.ofMinutes(59));
        read(api);

        assertThat(sent()).containsExactly("shpat_1", "shpat_2");
        assertThat(shop.logins().get(0).text()).contains("refresh_token=shprt_first");
        assertThat(shop.logins().get(1).text()).contains("refresh_token=shprt_1");
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0)).contains("shprt_1");
        assertThat(kept.get(1)).contains("shprt_2");
    }

    @Test
    void a_lost_answer_of_the_login_is_asked_for_again_with_the_token_that_is_still_good() {
        shop.token(200, HOUR.formatted(1)).token(200, HOUR.formatted(2));
        shop.faults.next(1, Fault.LOST_ANSWER, request -> request.path().endsWith("/access_token"));

        read(shop.api(installed));

        assertThat(shop.logins())
                .hasSize(2)
                .allSatisfy(login -> assertThat(login.text()).contains("refresh_token=shprt_first"));
        assertThat(sent()).containsExactly("shpat_2");
    }

    @Test
    void a_restart_goes_on_with_the_pair_that_was_kept() {
        shop.token(200, HOUR.formatted(1)).token(200, HOUR.formatted(2));
        read(shop.api(installed));
        read(shop.api(installed));
        assertThat(shop.logins()).hasSize(1);

        shop.time.advance(Duration.ofHours(2));
        read(shop.api(installed));
        assertThat(shop.logins().get(1).text()).contains("refresh_token=shprt_1");
    }

    @Test
    void a_kept_token_that_is_refused_is_refreshed() {
        shop.token(200, HOUR.formatted(1)).token(200, HOUR.formatted(2));
        read(shop.api(installed));
        ShopifyApi restarted = shop.api(installed);
        shop.answers(WireResponse.json(401, "{\"errors\":\"no\"}"));
        read(restarted);

        assertThat(sent()).containsExactly("shpat_1", "shpat_1", "shpat_2");
    }

    @Test
    void a_refresh_token_that_is_set_anew_starts_a_new_chain() {
        shop.token(200, HOUR.formatted(1)).token(200, HOUR.formatted(2));
        read(shop.api(installed));
        read(shop.api(
                shop.bare().installedApp("app-1", "shpss_secret", "shprt_again").toMap()));

        assertThat(shop.logins().get(1).text()).contains("refresh_token=shprt_again");
    }

    @Test
    void of_two_processes_the_slower_one_takes_over_the_pair_of_the_quicker_one() {
        shop.token(200, HOUR.formatted(1)).token(200, HOUR.formatted(2));
        ShopifyApi slow = shop.api(installed);
        read(slow);
        shop.time.advance(Duration.ofHours(2));
        TokenPair before = TokenPair.parse(shop.state().get(TokenRotation.KEY).orElseThrow())
                .orElseThrow();
        TokenPair quicker = new TokenPair(
                before.origin(), "shpat_9", "shprt_9", shop.time.instant().plus(Duration.ofHours(1)));
        shop.faults.next(1, Fault.RESET, request -> {
            if (request.path().endsWith("/access_token")) {
                shop.state().put(TokenRotation.KEY, quicker.save());
            }
            return false;
        });
        read(slow);

        assertThat(sent()).containsExactly("shpat_1", "shpat_9");
        assertThat(shop.state().get(TokenRotation.KEY)).contains(quicker.save());
    }

    @Test
    void no_secret_is_printed() {
        assertThat(new TokenPair("o", "shpat_x", "shprt_x", LoopbackShop.NOW).toString())
                .doesNotContain("shpat_x", "shprt_x");
        assertThat(new TokenLogin.Granted("shpat_x", Duration.ofHours(1), Optional.of("shprt_x")).toString())
                .doesNotContain("shpat_x", "shprt_x");
    }
}
