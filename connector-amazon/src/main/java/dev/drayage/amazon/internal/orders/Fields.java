package dev.drayage.amazon.internal.orders;

import dev.drayage.model.CustomFields;
import dev.drayage.model.CustomValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects custom fields, leaving out what is empty. Not thread-safe. */
final class Fields {
    private final Map<String, CustomValue> values = new LinkedHashMap<>();

    Fields put(String name, CustomValue value) {
        values.put(name, value);
        return this;
    }

    Fields text(String name, Optional<String> value) {
        value.ifPresent(text -> values.put(name, CustomValue.text(text)));
        return this;
    }

    Fields choices(String name, List<String> words) {
        if (!words.isEmpty()) {
            values.put(name, new CustomValue.Choices(words));
        }
        return this;
    }

    void decimal(String name, BigDecimal value) {
        values.put(name, new CustomValue.Decimal(value));
    }

    CustomFields all() {
        return new CustomFields(values);
    }
}
