package dev.drayage.netsuite.internal.suiteql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drayage.error.UnavailableException;
import dev.drayage.internal.json.Json;
import dev.drayage.internal.json.JsonLimits;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns as NetSuite answers them, and what is never taken for an empty one. */
class RowTest {
    private static Row row(String json) {
        return new Row(new Json(JsonLimits.standard()).read(json.getBytes(StandardCharsets.UTF_8), "suiteql"));
    }

    @Test
    void a_column_that_is_left_out_is_empty_and_links_are_ignored() {
        Row row = row("{\"links\":[],\"Quantity\":\"2.50\"}");
        assertThat(row.number("quantity"))
                .hasValueSatisfying(units -> assertThat(units).isEqualByComparingTo("2.5"));
        assertThat(row.number("shipped")).isEmpty();
        assertThatThrownBy(() -> row.requiredNumber("shipped")).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "[2]", "\"10,00\"", "\"1e400\"", "\"1e999999999\"", "\"\\u0661\"", "\"NaN\""})
    void a_column_of_another_type_is_no_empty_one(String value) {
        Row row = row("{\"quantity\":" + value + "}");
        assertThatThrownBy(() -> row.number("quantity"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("quantity");
    }

    @Test
    void what_is_no_object_is_no_row() {
        assertThatThrownBy(() -> row("\"text\"")).isInstanceOf(UnavailableException.class);
    }
}
