package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.quota.QuotaObservation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCostTest {
    private static final Json JSON = new Json(JsonLimits.standard());

    private static Optional<QueryCost> read(String cost) {
        String body = "{\"extensions\":{\"cost\":" + cost + "}}";
        return QueryCost.of(JSON.read(body.getBytes(StandardCharsets.UTF_8), "test"));
    }

    @Test
    void everything_that_the_answer_tells_corrects_the_budget() {
        QuotaObservation seen = read("{\"requestedQueryCost\":835,\"actualQueryCost\":90,\"throttleStatus\":"
                        + "{\"maximumAvailable\":4000.0,\"currentlyAvailable\":3910,\"restoreRate\":200.0}}")
                .orElseThrow()
                .addTo(QuotaObservation.accepted());

        assertThat(seen.cost()).hasValue(90);
        assertThat(seen.capacity()).hasValue(4_000);
        assertThat(seen.remaining()).hasValue(3_910);
        assertThat(seen.rate()).hasValue(200);
    }

    @ParameterizedTest
    @CsvSource({"500, 200, 3", "500, 499, 1", "500, 900, 1", "5000, 0, 20", "500, -1500, 20"})
    void the_wait_is_until_the_price_fits(double asked, double available, int seconds) {
        assertThat(new QueryCost(asked, OptionalDouble.empty(), 2_000, available, 100).pause())
                .isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void a_document_that_did_not_run_took_nothing() {
        assertThat(read("{\"requestedQueryCost\":500,\"actualQueryCost\":null,\"throttleStatus\":"
                        + "{\"maximumAvailable\":2000.0,\"currentlyAvailable\":10,\"restoreRate\":100.0}}"))
                .hasValueSatisfying(cost -> assertThat(cost.actual()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"null", "{}", "[]", "{\"throttleStatus\":7}", "{\"throttleStatus\":{\"restoreRate\":\"x\"}}"})
    void a_block_that_cannot_be_read_hurts_nobody(String cost) {
        assertThat(read(cost)).isEmpty();
    }
}
