package dev.drayage.sync;

import dev.drayage.call.Priority;
import dev.drayage.engine.Sync;
import dev.drayage.engine.SyncPolicy;
import dev.drayage.model.Item;
import dev.drayage.model.RecordType;
import dev.drayage.spi.Connector;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Items of the ERP told to a storefront that sells them already: bar codes, the storefront's own price, and prices of price
 * lists. The ERP is their master: a value that people change at the storefront stands until the same one changes in the ERP.
 * Titles, texts and pictures are the storefront's own. Nothing is made or taken down there.
 */
public final class ProductSyncs {
    private ProductSyncs() {}

    /** Bar codes to a storefront; called {@code storefront-products}. Prices are told only by {@link Options}. */
    public static Sync<Item> toStorefront(Connector erp, Connector storefront) {
        return toStorefront("storefront-products", erp, storefront, Options.standard());
    }

    /** Items to a storefront, under a name of the host's. */
    public static Sync<Item> toStorefront(String name, Connector erp, Connector storefront, Options options) {
        Sync.Builder<Item> sync = Sync.reading(name, erp, RecordType.ITEM)
                .writing(storefront, RecordType.ITEM)
                .policy(options.policy())
                .translation(new ItemTranslation(storefront.account(), options));
        return (options.priceLists().isEmpty() ? sync : sync.writing(storefront, RecordType.LIST_PRICE)).build();
    }

    /**
     * What can be chosen.
     *
     * @param baseLevel the price level whose prices are the storefront's own, in the ERP's words; empty to leave them alone
     * @param priceLists what is sold under each price list, by the storefront's name of it; lists that are not named are left
     *     alone
     * @param policy how the sync is run
     */
    public record Options(Optional<String> baseLevel, Map<String, PriceSource> priceLists, SyncPolicy policy) {
        public Options {
            baseLevel.ifPresent(level -> named(level, "baseLevel"));
            priceLists.keySet().forEach(list -> named(list, "priceLists"));
            priceLists = Collections.unmodifiableMap(new LinkedHashMap<>(priceLists));
        }

        /** Bar codes alone. */
        public static Options standard() {
            return new Options(Optional.empty(), Map.of(), SyncPolicy.defaults(Priority.CATALOG));
        }

        /** The same, with a price level whose prices in the storefront's own currency are the storefront's own. */
        public Options basePrice(String level) {
            return new Options(Optional.of(level), priceLists, policy);
        }

        /**
         * The same, with the prices that a level has in one currency told to a price list. A level may feed several lists, such
         * as one for each currency; a list is fed by one level.
         *
         * @param currency ISO code, which must be the list's own
         * @throws IllegalArgumentException if the list is fed already, or there is no such currency
         */
        public Options priceList(String level, String currency, String list) {
            Map<String, PriceSource> more = new LinkedHashMap<>(priceLists);
            if (more.put(list, new PriceSource(level, Currency.getInstance(currency))) != null) {
                throw new IllegalArgumentException("price list " + list + " is fed by another price level already");
            }
            return new Options(baseLevel, more, policy);
        }

        /** The same, run otherwise. */
        public Options with(SyncPolicy other) {
            return new Options(baseLevel, priceLists, other);
        }

        private static void named(String word, String field) {
            if (word.isBlank()) {
                throw new IllegalArgumentException("Options." + field + " must not be blank");
            }
        }
    }

    /**
     * Where the prices of a price list come from.
     *
     * @param level the price level, in the ERP's words
     * @param currency which of the level's currencies
     */
    public record PriceSource(String level, Currency currency) {
        public PriceSource {
            if (level.isBlank()) {
                throw new IllegalArgumentException("PriceSource.level must not be blank");
            }
        }
    }
}
