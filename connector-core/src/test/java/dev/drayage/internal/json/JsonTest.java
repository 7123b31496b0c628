package dev.drayage.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.drayage.error.ErrorCode;
import dev.drayage.error.UnavailableException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    private final Json json = new Json(JsonLimits.standard());

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonValue read(String text) {
        return json.read(bytes(text), "getOrder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"19.90", "0.10", "100", "0.000000001", "123456789012345678901234567890.12345", "-0.50"})
    void a_number_keeps_every_digit_from_reading_to_writing(String number) {
        assertThat(read("{\"a\":" + number + "}").requiredDecimal("a")).isEqualTo(new BigDecimal(number));
        assertThat(new String(json.write(json.parse(bytes("{\"a\":" + number + "}"), "x")), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":" + number + "}");
    }

    @Test
    void a_decimal_is_written_without_exponent() {
        ObjectNode object = json.object();
        object.put("a", new BigDecimal("1E+3")).put("b", new BigDecimal("1E-7"));
        assertThat(new String(json.write(object), StandardCharsets.UTF_8)).isEqualTo("{\"a\":1000,\"b\":0.0000001}");
    }

    @Test
    void a_number_may_come_as_text_and_a_text_as_number() {
        JsonValue value = read("{\"a\":\"19.90\",\"b\":7,\"c\":\" 3 \",\"d\":\"\",\"e\":1.50,\"f\":true}");
        assertThat(value.requiredDecimal("a")).isEqualTo(new BigDecimal("19.90"));
        assertThat(value.requiredText("b")).isEqualTo("7");
        assertThat(value.at("c").whole()).contains(3);
        assertThat(value.decimal("d")).isEmpty();
        assertThat(value.requiredText("e")).isEqualTo("1.50");
        assertThat(value.at("f").flag()).contains(true);
    }

    @Test
    void a_sign_that_no_vendor_writes_is_refused() {
        assertThatThrownBy(() -> read("{\"a\":\"+2\"}").requiredDecimal("a")).isInstanceOf(UnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-999999999-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "3000-01-01T00:00:00Z", "yesterday", ""})
    void an_instant_that_is_not_of_our_days_is_refused(String text) {
        assertThatThrownBy(() -> read("{\"a\":\"" + text + "\"}").requiredInstant("a"))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void what_was_asked_for_may_be_null_and_not_left_out() {
        assertThat(read("{\"a\":null}").asked("a").isPresent()).isFalse();
        assertThatThrownBy(() -> read("{}").asked("a")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> read("{\"a\":\" \"}").requiredName("a")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void absent_and_null_are_the_same_and_chain() {
        JsonValue value = read("{\"a\":null}");
        assertThat(value.text("a")).isEmpty();
        assertThat(value.at("b").at("c").decimal("d")).isEmpty();
        assertThat(value.elements("a")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":2}",
                "{\"a\":1} {\"b\":2}",
                "{\"a\":1}x",
                "{\"a\":",
                "",
                "   ",
                "{'a':1}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "<html>Erika</html>"
            })
    void what_is_not_exactly_one_document_is_refused(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_MALFORMED));
    }

    @Test
    void a_fault_is_told_by_operation_and_position_and_never_by_content() {
        assertThatThrownBy(() -> read("{\n  \"name\": Erika\n}"))
                .hasMessageContaining("getOrder")
                .hasMessageContaining("line 2")
                .hasMessageNotContaining("Erika")
                .hasNoCause();
    }

    @Test
    void every_prefix_of_a_document_is_refused() {
        String whole = "{\"orders\":[{\"id\":\"1\",\"total\":19.90,\"gift\":true},null]}";
        for (int end = 0; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void depth_strings_numbers_and_documents_are_limited() {
        Json small = new Json(new JsonLimits(1000, 10, 100, 20));
        for (String text : new String[] {
            "[".repeat(11) + "]".repeat(11),
            "{\"a\":\"" + "x".repeat(101) + "\"}",
            "{\"a\":" + "9".repeat(21) + "}",
            "[" + " ".repeat(1000) + "]"
        }) {
            assertThatThrownBy(() -> small.parse(bytes(text), "x")).isInstanceOf(UnavailableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e1000000000", "\"1e1000000000\"", "1e-1000000", "\"1E+61\""})
    void a_number_whose_plain_form_would_fill_the_memory_is_refused(String number) {
        JsonValue value = read("{\"a\":" + number + "}");
        assertThatThrownBy(() -> value.decimal("a")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void what_is_missing_or_of_another_type_is_named_by_its_path_without_content() {
        JsonValue value = read("{\"orders\":[{\"id\":\"Erika\",\"lines\":{}}]}");
        JsonValue order = value.elements("orders").get(0);
        assertThatThrownBy(() -> order.requiredText("total")).hasMessageContaining("lacks $.orders[0].total");
        assertThatThrownBy(() -> order.decimal("id"))
                .hasMessageContaining("$.orders[0].id")
                .hasMessageNotContaining("Erika");
        assertThatThrownBy(() -> order.elements("lines")).hasMessageContaining("$.orders[0].lines");
        assertThatThrownBy(() -> order.text("lines")).hasMessageContaining("$.orders[0].lines");
        assertThatThrownBy(() -> order.at("id").flag()).hasMessageContaining("$.orders[0].id");
        assertThat(order).hasToString("$.orders[0]");
    }

    @Test
    void members_are_read_of_objects_only() {
        assertThatThrownBy(() -> read("\"text\"").elements("items")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> read("{\"product\":[]}").at("product").text("sku"))
                .hasMessageContaining("$.product");
        assertThat(read("{\"product\":null}").at("product").text("sku")).isEmpty();
    }

    @Test
    void exponents_that_no_number_has_and_digits_of_other_scripts_are_refused() {
        assertThatThrownBy(() -> read("{\"a\":1e99999999999999999999}")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> read("{\"a\":\"\u0661\u0662\"}").decimal("a"))
                .isInstanceOf(UnavailableException.class);
    }

    @Test
    void what_must_be_there_is_never_taken_for_nothing() {
        JsonValue value = read("{\"a\":\"\",\"b\":null,\"c\":\"QQQ\",\"d\":\"yesterday\"}");
        assertThatThrownBy(() -> value.requiredWhole("a")).hasMessageContaining("$.a");
        assertThatThrownBy(() -> value.requiredElements("b")).hasMessageContaining("$.b");
        assertThatThrownBy(() -> value.requiredCurrency("c")).hasMessageContaining("$.c");
        assertThatThrownBy(() -> value.requiredInstant("d")).hasMessageContaining("$.d");
        assertThatThrownBy(() -> value.requiredWord("d", java.util.Set.of("SUCCESS")))
                .hasMessageContaining("$.d")
                .hasMessageNotContaining("yesterday");
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] broken = bytes("{\"a\":\"xx\"}");
        broken[6] = (byte) 0xff;
        assertThatThrownBy(() -> json.parse(broken, "x")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void random_bytes_fail_as_malformed_or_parse_but_never_otherwise() {
        java.util.Random random = new java.util.Random(99);
        byte[] whole = bytes("{\"orders\":[{\"id\":\"1\",\"total\":19.90}]}");
        for (int i = 0; i < 5000; i++) {
            byte[] damaged = Arrays.copyOf(whole, whole.length);
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            try {
                json.parse(damaged, "x");
            } catch (UnavailableException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.ANSWER_MALFORMED);
            }
        }
    }
}
