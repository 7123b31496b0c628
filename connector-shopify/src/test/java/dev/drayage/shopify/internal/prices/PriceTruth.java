package dev.drayage.shopify.internal.prices;

import dev.drayage.model.ListPrice;
import dev.drayage.model.Money;
import dev.drayage.model.RecordRef;
import dev.drayage.model.RecordType;
import dev.drayage.shopify.internal.StockedShop;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What the ERP tells of one price of a list. */
record PriceTruth(String sku, String list, Optional<Money> price, List<BigDecimal> breaks) {

    static PriceTruth of(String sku, String list, String amount, String currency) {
        return new PriceTruth(sku, list, Optional.of(Money.of(amount, currency)), List.of());
    }

    static PriceTruth none(String sku, String list) {
        return new PriceTruth(sku, list, Optional.empty(), List.of());
    }

    Effect<ListPrice> effect() {
        ListPrice told = ListPrice.builder()
                .ref(RecordRef.of(StockedShop.ERP, RecordType.ITEM, "of-" + sku))
                .sku(sku)
                .priceList(list)
                .price(price)
                .breaks(breaks)
                .build();
        return Effect.of(
                new EffectKey(told.ref(), StockedShop.SHOP, "price:" + list.replace(' ', '+')),
                "item/" + sku,
                RecordType.LIST_PRICE,
                told,
                price.isPresent() ? Effect.Mode.CREATE_OR_UPDATE : Effect.Mode.VOID);
    }
}
