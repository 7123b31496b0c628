package dev.drayage.shopify.internal.inventory;

import dev.drayage.model.InventoryLevel;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What an ERP observed of one SKU at one place, part by part. Not thread-safe. */
final class StockTruths {
    private final String sku;
    private String place = "Main Warehouse";
    private Optional<BigDecimal> available = Optional.empty();
    private Optional<BigDecimal> onHand = Optional.empty();
    private Optional<String> lot = Optional.empty();
    private Instant countedAt = StockedShop.NOW;

    StockTruths(String sku) {
        this.sku = sku;
    }

    static StockTruths available(String sku, String units) {
        StockTruths level = new StockTruths(sku);
        level.available = Optional.of(new BigDecimal(units));
        return level;
    }

    static StockTruths onHand(String sku, String units) {
        StockTruths level = new StockTruths(sku);
        level.onHand = Optional.of(new BigDecimal(units));
        return level;
    }

    StockTruths at(String name) {
        place = name;
        return this;
    }

    StockTruths lot(String name) {
        lot = Optional.of(name);
        return this;
    }

    StockTruths counted(Instant instant) {
        countedAt = instant;
        return this;
    }

    Effect<InventoryLevel> effect() {
        InventoryLevel.Builder built = InventoryLevel.builder();
        built.ref(RecordRef.of(StockedShop.ERP, RecordType.INVENTORY_LEVEL, sku + "@" + place))
                .sku(sku)
                .location(place)
                .lot(lot)
                .countedAt(countedAt)
                .available(available)
                .onHand(onHand);
        InventoryLevel level = built.build();
        return Effect.of(
                new EffectKey(level.ref(), StockedShop.SHOP, "stock"),
                "stock/" + sku + "@" + place,
                RecordType.INVENTORY_LEVEL,
                level,
                Effect.Mode.CREATE_OR_UPDATE);
    }
}
