package dev.drayage.shopify.internal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchFilterTest {

    @Test
    void a_window_is_quoted_in_utc_and_whole_seconds_and_loses_nothing_at_its_ends() {
        assertThat(SearchFilter.all()
                        .from("updated_at", Instant.parse("2026-11-19T23:55:00.999Z"))
                        .before("updated_at", Instant.parse("2026-11-20T00:05:00.001Z"))
                        .is("test", false))
                .hasToString("updated_at:>='2026-11-19T23:55:00Z' updated_at:<'2026-11-20T00:05:01Z' test:false");
    }

    @Test
    void no_value_becomes_a_condition() {
        assertThat(SearchFilter.all().isOneOf("sku", List.of("A-1", "O'Neil' OR sku:*", "back\\slash")))
                .hasToString("(sku:'A-1' OR sku:'O\\'Neil\\' OR sku:*' OR sku:'back\\\\slash')");
    }

    @Test
    void a_filter_without_a_value_would_be_everything() {
        assertThatThrownBy(() -> SearchFilter.all().isOneOf("sku", List.of())).hasMessageContaining("sku");
    }
}
