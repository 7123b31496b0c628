package dev.drayage.shopify.internal.metafields;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.drayage.model.CustomValue;
import java.time.temporal.ChronoUnit;

/**
 * A value as Shopify keeps it (page "Metafield types"). Immutable.
 *
 * @param type Shopify's name of the type
 * @param text the value in that type's form
 */
record MetafieldValue(String type, String text) {
    static MetafieldValue of(CustomValue value) {
        return value.fold(
                text -> new MetafieldValue(
                        text.value().indexOf('\n') < 0 ? "single_line_text_field" : "multi_line_text_field",
                        text.value()),
                number -> new MetafieldValue("number_decimal", number.value().toPlainString()),
                flag -> new MetafieldValue("boolean", Boolean.toString(flag.value())),
                day -> new MetafieldValue("date", day.value().toString()),
                moment -> new MetafieldValue(
                        "date_time",
                        moment.value().truncatedTo(ChronoUnit.SECONDS).toString()),
                choice -> new MetafieldValue("single_line_text_field", choice.id()),
                choices -> {
                    ArrayNode list = JsonNodeFactory.instance.arrayNode();
                    choices.ids().forEach(list::add);
                    return new MetafieldValue("list.single_line_text_field", list.toString());
                });
    }
}
