package dev.drayage.threepl.internal.shipstation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import dev.drayage.internal.json.JsonValue;
import dev.drayage.spi.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a list answers is judged by the times that it tells. */
class DepartureListTest {
    private static final Slice.Window TEN_TO_ELEVEN =
            new Slice.Window(Instant.parse("2026-09-01T10:00:00Z"), Instant.parse("2026-09-01T11:00:00Z"));

    private static JsonValue made(String at) {
        return json("{\"created_at\":\"" + at + "\",\"voided\":false,\"voided_at\":null}");
    }

    private static JsonValue voided(String at) {
        return json("{\"created_at\":\"2026-08-01T00:00:00Z\",\"voided\":true,\"voided_at\":\"" + at + "\"}");
    }

    private static JsonValue json(String text) {
        return new Json(JsonLimits.standard()).read(text.getBytes(StandardCharsets.UTF_8), "a test");
    }

    private static boolean isPast(String... voids) {
        List<JsonValue> page =
                Arrays.stream(voids).map(DepartureListTest::voided).toList();
        return DepartureList.VOIDED.isPast(page, TEN_TO_ELEVEN);
    }

    @Test
    void fractions_of_a_second_of_any_length_are_inside_up_to_the_last_one() {
        for (String inside : List.of("10:00:00Z", "10:00:00.000Z", "10:59:59.999Z", "10:59:59.9999999Z")) {
            assertThat(DepartureList.LABELS.tells(made("2026-09-01T" + inside), TEN_TO_ELEVEN))
                    .as(inside)
                    .isTrue();
        }
        for (String outside : List.of("09:59:59.9999999Z", "11:00:00Z", "11:00:00.0000001Z", "10:30:00-01:00")) {
            assertThat(DepartureList.LABELS.tells(made("2026-09-01T" + outside), TEN_TO_ELEVEN))
                    .as(outside)
                    .isFalse();
        }
    }

    @Test
    void what_was_voided_belongs_to_the_window_of_its_voiding_and_not_to_the_labels_that_stand() {
        JsonValue voided = voided("2026-09-01T10:30:00Z");
        assertThat(DepartureList.LABELS.tells(voided, TEN_TO_ELEVEN)).isFalse();
        assertThat(DepartureList.FULFILLMENTS.tells(voided, TEN_TO_ELEVEN)).isTrue();
        assertThat(DepartureList.VOIDED.tells(voided, TEN_TO_ELEVEN)).isTrue();
        assertThat(DepartureList.VOIDED.tells(voided("2026-09-01T09:30:00Z"), TEN_TO_ELEVEN))
                .isFalse();
    }

    /** So that it is parked and a person looks. */
    @Test
    void what_was_voided_and_does_not_tell_when_is_told() {
        JsonValue timeless = json("{\"created_at\":\"2026-08-01T00:00:00Z\",\"voided\":true}");
        assertThat(DepartureList.FULFILLMENTS.tells(timeless, TEN_TO_ELEVEN)).isTrue();
        assertThat(DepartureList.VOIDED.tells(timeless, TEN_TO_ELEVEN)).isTrue();
    }

    @Test
    void voids_are_read_on_until_one_lies_before_the_window() {
        assertThat(isPast("2026-09-01T12:00:00Z", "2026-09-01T10:30:00Z")).isFalse();
        assertThat(isPast("2026-09-01T12:00:00Z", "2026-09-01T10:00:00Z")).isFalse();
        assertThat(isPast("2026-09-01T12:00:00Z", "2026-09-01T09:59:59.999Z")).isTrue();
        assertThat(isPast()).isFalse();
    }

    @Test
    void voids_in_another_order_than_was_asked_for_are_read_to_the_end() {
        assertThat(isPast("2026-09-01T09:00:00Z", "2026-09-01T10:30:00Z", "2026-09-01T08:00:00Z"))
                .isFalse();
    }
}
