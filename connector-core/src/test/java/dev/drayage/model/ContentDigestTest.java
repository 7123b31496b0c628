package dev.drayage.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Ledgers hold digests for years: what a content's digest is must never change. */
class ContentDigestTest {
    @Test
    void a_digest_that_was_stored_years_ago_still_fits_its_content() {
        assertThat(ContentDigest.of("a")).isEqualTo("5xC_c8ziVG31IEkVjnIUOQ");
        assertThat(ContentDigest.of("Größe – 1,7 l", new BigDecimal("1.500"), Optional.empty(), Instant.EPOCH))
                .isEqualTo("8yLr-c0qLTqlsBTddWvasQ");
        assertThat(ContentDigest.of(
                        "x".repeat(600), List.of("b", "a"), new TreeSet<>(List.of("z", "ä")), Map.of("k", 1)))
                .isEqualTo("8F-XTQEKgXU8LV_3CSDERA");
        assertThat(ContentDigest.of(Money.of("12.30", "EUR"), OrderStatus.OPEN)).isEqualTo("irJ8decolBiqOI1vS9pORA");
        assertThat(ContentDigest.of(OrderLine.builder()
                        .lineId("1")
                        .sku("KETTLE")
                        .title("Kettle, 1.7 l")
                        .quantity(new BigDecimal("2"))
                        .amount(Money.of("59.98", "EUR"))
                        .giftMessage("Für dich ".repeat(80))
                        .build()))
                .isEqualTo("9Fw_BY_CSssAmdKPys5BiA");
    }
}
