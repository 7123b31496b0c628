package dev.drayage.shopify.internal.prices;

import dev.drayage.model.Money;
import dev.drayage.spi.EffectKey;
import java.util.Optional;

/**
 * One price of a call. Immutable.
 *
 * @param key the effect that wants it
 * @param sku the SKU, for people
 * @param place where
 * @param price what is to stand there; empty to remove what stands
 * @param compareAt the struck-out price that stands there now and is kept
 */
record PriceRow(EffectKey key, String sku, PricePlace place, Optional<Money> price, Optional<Money> compareAt) {}
