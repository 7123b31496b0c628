package dev.drayage.netsuite.internal.options;

import dev.drayage.settings.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Items that stand for something else than goods, by internal id. Immutable.
 *
 * @param shipping carriage
 * @param giftWrap gift wrap
 * @param discount discounts
 * @param tax tax
 * @param charge any other charge
 * @param taxClearing takes marketplace tax off again
 * @param giftCard gift cards that are sold
 */
public record SpecialItems(
        Optional<String> shipping,
        Optional<String> giftWrap,
        Optional<String> discount,
        Optional<String> tax,
        Optional<String> charge,
        Optional<String> taxClearing,
        Optional<String> giftCard) {

    /** The items that the settings give. */
    public static SpecialItems of(Settings settings) {
        return new SpecialItems(
                settings.get(NetSuiteSchema.SHIPPING_ITEM),
                settings.get(NetSuiteSchema.GIFT_WRAP_ITEM),
                settings.get(NetSuiteSchema.DISCOUNT_ITEM),
                settings.get(NetSuiteSchema.TAX_ITEM),
                settings.get(NetSuiteSchema.CHARGE_ITEM),
                settings.get(NetSuiteSchema.CLEARING_ITEM),
                settings.get(MoneySettings.GIFT_CARD_ITEM));
    }

    /** The items that are given, by the name of their setting. */
    public Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        shipping.ifPresent(id -> given.put(NetSuiteSchema.SHIPPING_ITEM.name(), id));
        giftWrap.ifPresent(id -> given.put(NetSuiteSchema.GIFT_WRAP_ITEM.name(), id));
        discount.ifPresent(id -> given.put(NetSuiteSchema.DISCOUNT_ITEM.name(), id));
        tax.ifPresent(id -> given.put(NetSuiteSchema.TAX_ITEM.name(), id));
        charge.ifPresent(id -> given.put(NetSuiteSchema.CHARGE_ITEM.name(), id));
        taxClearing.ifPresent(id -> given.put(NetSuiteSchema.CLEARING_ITEM.name(), id));
        giftCard.ifPresent(id -> given.put(MoneySettings.GIFT_CARD_ITEM.name(), id));
        return given;
    }
}
