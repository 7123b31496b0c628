package dev.drayage.sync;

import dev.drayage.engine.Translated;
import dev.drayage.engine.Translation;
import dev.drayage.error.ErrorCode;
import dev.drayage.model.AccountId;
import dev.drayage.model.Item;
import dev.drayage.model.ItemPrice;
import dev.drayage.model.ListPrice;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Effect;
import dev.drayage.spi.EffectKey;
import dev.drayage.spi.Violation;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * From an item to what a storefront is told of it. Only what is told is part of an effect, so that a change of anything else is
 * no write.
 */
record ItemTranslation(AccountId storefront, ProductSyncs.Options options) implements Translation<Item> {

    @Override
    public Translated translate(Item item) {
        if (!item.active()) {
            return new Translated.Skip("inactive in the ERP");
        }
        List<Effect<?>> effects = new ArrayList<>();
        List<Violation> concerns = new ArrayList<>();
        effects.add(Effect.of(
                new EffectKey(item.ref(), storefront, "item"),
                lane(item),
                RecordType.ITEM,
                told(item, concerns),
                Effect.Mode.CREATE_OR_UPDATE));
        options.priceLists().forEach((list, source) -> effects.add(price(item, list, source)));
        return new Translated.Effects(effects, concerns);
    }

    private static String lane(Item item) {
        return "item/" + item.sku();
    }

    private Item told(Item item, List<Violation> concerns) {
        List<ItemPrice> own = item.prices().stream()
                .filter(price ->
                        options.baseLevel().filter(price.level()::equals).isPresent())
                .toList();
        if (options.baseLevel().isPresent() && forOne(own).isEmpty()) {
            concerns.add(new Violation(
                    ErrorCode.RECORD_UNREADABLE,
                    "prices",
                    "the ERP has no price of " + item.sku() + " at level "
                            + options.baseLevel().get() + "; the storefront keeps the one that it has"));
        }
        return Item.builder()
                .ref(item.ref())
                .sku(item.sku())
                .barcode(item.barcode())
                .active(true)
                .prices(own)
                .build();
    }

    /** The list's price; one that the ERP has no more is taken back. */
    private Effect<ListPrice> price(Item item, String list, ProductSyncs.PriceSource source) {
        List<ItemPrice> prices = item.prices().stream()
                .filter(price -> price.level().equals(source.level())
                        && price.price().currency().equals(source.currency()))
                .toList();
        Optional<ItemPrice> one = forOne(prices);
        ListPrice told = ListPrice.builder()
                .ref(item.ref())
                .sku(item.sku())
                .priceList(list)
                .price(one.map(ItemPrice::price))
                .breaks(prices.stream()
                        .map(ItemPrice::minimum)
                        .filter(minimum -> minimum.compareTo(BigDecimal.ONE) > 0)
                        .sorted()
                        .toList())
                .build();
        return Effect.of(
                new EffectKey(item.ref(), storefront, "price:" + URLEncoder.encode(list, StandardCharsets.UTF_8)),
                lane(item),
                RecordType.LIST_PRICE,
                told,
                one.isPresent() ? Effect.Mode.CREATE_OR_UPDATE : Effect.Mode.VOID);
    }

    /** What holds for one unit: of the prices from one unit or less the one with the largest minimum. */
    private static Optional<ItemPrice> forOne(List<ItemPrice> prices) {
        return prices.stream()
                .filter(price -> price.minimum().compareTo(BigDecimal.ONE) <= 0)
                .max(Comparator.comparing(ItemPrice::minimum));
    }
}
