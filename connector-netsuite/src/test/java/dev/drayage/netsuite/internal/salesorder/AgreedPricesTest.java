package dev.drayage.netsuite.internal.salesorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgreedPricesTest {
    private static ObjectNode order(String carriage) {
        ObjectNode order = JsonNodeFactory.instance.objectNode().put("shippingCost", carriage);
        order.putObject("item").putArray("items");
        return order;
    }

    private static ObjectNode line(ObjectNode order, String tag, String quantity, String amount) {
        order.withArray("/item/items")
                .addObject()
                .put("tag", tag)
                .put("quantity", quantity)
                .put("amount", amount);
        return order;
    }

    private static OrderContent content(ObjectNode order) {
        return OrderContent.sent(order, "tag");
    }

    @Test
    void quantities_and_items_change_no_price() {
        String noted = AgreedPrices.of(content(line(line(order("5"), "11", "2", "40.00"), "12", "3", "36.00")));
        ObjectNode edited = line(line(order("5.00"), "11", "7", "140"), "", "1", "9.99");
        assertThat(AgreedPrices.changed(content(edited), noted)).isEmpty();
    }

    @Test
    void a_price_an_amount_of_the_channel_and_carriage_are_told_with_what_they_are_now() {
        ObjectNode agreed = line(line(order("5"), "11", "2", "40.00"), "11/discount", "1", "-4.00");
        ObjectNode edited = line(line(order("6"), "11", "2", "38.00"), "11/discount", "1", "-3.00");
        assertThat(AgreedPrices.changed(content(edited), AgreedPrices.of(content(agreed))))
                .containsExactlyInAnyOrder(
                        "the price of line 11 is 19 now",
                        "the amount of line 11/discount is -3 now",
                        "carriage is 6 now");
    }

    @Test
    void more_lines_than_the_field_holds_are_not_noted_and_say_so() {
        ObjectNode many = order("5");
        IntStream.range(100, 160).forEach(id -> line(many, Integer.toString(id), "1", "20.00"));
        assertThat(AgreedPrices.of(content(many))).isEmpty();
        assertThat(AgreedPrices.changed(content(many), ""))
                .singleElement()
                .asString()
                .contains("too many lines");
    }

    @Test
    void the_note_fits_into_a_field_of_300_characters() {
        ObjectNode many = order("5");
        IntStream.range(100, 149).forEach(id -> line(many, Integer.toString(id), "1", "20.00"));
        String note = AgreedLines.on(content(many)).text();
        assertThat(note).hasSizeLessThanOrEqualTo(300);
        assertThat(AgreedLines.parse(note).text()).isEqualTo(note);
    }
}
