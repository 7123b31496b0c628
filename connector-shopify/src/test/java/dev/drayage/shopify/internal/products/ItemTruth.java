package dev.drayage.shopify.internal.products;

import dev.drayage.model.Item;
import dev.drayage.model.ItemPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the ERP tells of one item. */
final class ItemTruth {
    private final String sku;
    private final List<ItemPrice> prices = new ArrayList<>();
    private Optional<String> barcode = Optional.empty();

    ItemTruth(String sku) {
        this.sku = sku;
    }

    ItemTruth costing(String amount, String currency) {
        return costing("Base", "1", amount, currency);
    }

    ItemTruth costing(String level, String from, String amount, String currency) {
        prices.add(new ItemPrice(level, new BigDecimal(from), Money.of(amount, currency)));
        return this;
    }

    ItemTruth barcode(String code) {
        barcode = Optional.of(code);
        return this;
    }

    Effect<Item> effect() {
        Item item = Item.builder()
                .ref(RecordRef.of(StockedShop.ERP, RecordType.ITEM, "of-" + sku))
                .sku(sku)
                .barcode(barcode)
                .active(true)
                .prices(prices)
                .build();
        return Effect.of(
                new EffectKey(item.ref(), StockedShop.SHOP, "item"),
                "item/" + sku,
                RecordType.ITEM,
                item,
                Effect.Mode.CREATE_OR_UPDATE);
    }
}
