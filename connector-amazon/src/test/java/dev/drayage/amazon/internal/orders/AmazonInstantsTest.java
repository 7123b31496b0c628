package dev.drayage.amazon.internal.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AmazonInstantsTest {
    @Test
    void every_form_that_amazons_sandbox_was_seen_to_write_is_read_as_utc() {
        Instant noon = Instant.parse("2026-11-20T12:00:00Z");
        for (String text : List.of(
                "2026-11-20T12:00:00Z",
                "2026-11-20T12:00:00.000Z",
                "2026-11-20T12:00:00+00:00",
                "2026-11-20T04:00:00-08:00",
                "2026-11-20 12:00:00",
                "2026-11-20T12:00:00",
                "1795176000",
                "1.795176E9")) {
            assertThat(Instants.parse(text)).as(text).contains(noon);
        }
        assertThat(Instants.parse("2026-11-20")).contains(Instant.parse("2026-11-20T00:00:00Z"));
        assertThat(Instants.parse("1.569521782042E9")).contains(Instant.parse("2019-09-26T18:16:22.042Z"));
    }

    @Test
    void what_is_no_instant_is_none() {
        for (String text :
                List.of("", "soon", "02/21/2022", "2026-13-01", "1E400", "9999999999999999", "2026-11-20T")) {
            assertThat(Instants.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void instants_are_sent_with_milliseconds_in_utc() {
        assertThat(Instants.text(Instant.parse("2026-11-20T12:00:00.123456Z"))).isEqualTo("2026-11-20T12:00:00.123Z");
    }
}
