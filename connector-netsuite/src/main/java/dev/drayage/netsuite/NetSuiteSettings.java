package dev.drayage.netsuite;

import dev.drayage.netsuite.internal.options.NetSuiteSchema;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The settings of one NetSuite account, typed; {@link #toMap()} gives the flat map that the provider and properties files
 * use. What a setting means stands in {@link #schema()}. Secrets are texts of the forms {@code env:NAME}, {@code file:/path}
 * or the secret itself. Immutable.
 */
public final class NetSuiteSettings {
    private final Map<String, String> flat;

    private NetSuiteSettings(Map<String, String> flat) {
        this.flat = Map.copyOf(flat);
    }

    /** Every setting with its type, default and meaning. */
    public static SettingsSchema schema() {
        return NetSuiteSchema.schema();
    }

    /**
     * Settings of an account.
     *
     * @param account the account id, such as {@code 1234567} or {@code 1234567_SB1}
     * @param zone the account's zone: days of documents are cut in it
     */
    public static Builder builder(String account, ZoneId zone) {
        return new Builder(account, zone);
    }

    /** The same settings as a flat map. Holds secrets if they were given as themselves: never print it. */
    public Map<String, String> toMap() {
        return flat;
    }

    @Override
    public String toString() {
        return "NetSuiteSettings" + flat.keySet();
    }

    /** Collects settings. Not thread-safe. */
    public static final class Builder {
        private final Map<String, String> flat = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> maps = new LinkedHashMap<>();

        private Builder(String account, ZoneId zone) {
            put(NetSuiteSchema.ACCOUNT, account);
            put(NetSuiteSchema.ZONE, zone.getId());
        }

        /** OAuth 2.0 client credentials: client id, certificate id, and where the PEM of the private key is. */
        public Builder oauth(String clientId, String certificateId, String privateKey) {
            put(NetSuiteSchema.AUTH, AuthMethod.OAUTH2);
            put(NetSuiteSchema.CLIENT_ID, clientId);
            put(NetSuiteSchema.CERTIFICATE_ID, certificateId);
            return put(NetSuiteSchema.PRIVATE_KEY, privateKey);
        }

        /** Token-based authentication, each part as itself or where to look for it. */
        public Builder tba(String consumerKey, String consumerSecret, String tokenId, String tokenSecret) {
            put(NetSuiteSchema.AUTH, AuthMethod.TBA);
            put(NetSuiteSchema.CONSUMER_KEY, consumerKey);
            put(NetSuiteSchema.CONSUMER_SECRET, consumerSecret);
            put(NetSuiteSchema.TOKEN_ID, tokenId);
            return put(NetSuiteSchema.TOKEN_SECRET, tokenSecret);
        }

        /** Another address of the REST services. */
        public Builder baseUrl(URI base) {
            return put(NetSuiteSchema.BASE_URL, base.toString());
        }

        /** Calls at the same time; 4 unless set. */
        public Builder concurrency(int permits) {
            return put(NetSuiteSchema.CONCURRENCY, Integer.toString(permits));
        }

        /** How long a change may take to show in queries; two minutes unless set. */
        public Builder queryLag(Duration lag) {
            return put(NetSuiteSchema.QUERY_LAG, lag.toString());
        }

        /** Internal id of the subsidiary. */
        public Builder subsidiary(String id) {
            return put(NetSuiteSchema.SUBSIDIARY, id);
        }

        /** Internal id of a currency. */
        public Builder currency(String isoCode, String id) {
            return entry(NetSuiteSchema.CURRENCIES, isoCode, id);
        }

        /** The customer that a channel's sales are booked against; the channel as {@code amazon:A1EX-na}. */
        public Builder customer(String channel, String id) {
            return entry(NetSuiteSchema.CUSTOMERS, channel, id);
        }

        /** The location of a channel's sales orders. */
        public Builder location(String channel, String id) {
            return entry(NetSuiteSchema.LOCATIONS, channel, id);
        }

        /** The location of sales that the channel shipped. */
        public Builder fbaLocation(String channel, String id) {
            return entry(NetSuiteSchema.FBA_LOCATIONS, channel, id);
        }

        /** The department of a channel's sales. */
        public Builder department(String channel, String id) {
            return entry(NetSuiteSchema.DEPARTMENTS, channel, id);
        }

        /** The class of a channel's sales. */
        public Builder classification(String channel, String id) {
            return entry(NetSuiteSchema.CLASSES, channel, id);
        }

        /** The ship method for a carriage, in the channel's words. */
        public Builder shipMethod(String carriage, String id) {
            return entry(NetSuiteSchema.SHIP_METHODS, carriage, id);
        }

        /** What becomes of a sale whose carriage is not in the map; it is parked unless set. */
        public Builder unmappedShipMethod(UnmappedShipMethod choice) {
            return put(NetSuiteSchema.UNMAPPED_SHIP_METHOD, choice);
        }

        /** The status in which a new order starts; pending fulfillment unless set. */
        public Builder orderApproval(OrderApproval choice) {
            return put(NetSuiteSchema.ORDER_APPROVAL, choice);
        }

        /** Where carriage stands; in the body unless set. */
        public Builder shipping(ShippingBooking choice) {
            return put(NetSuiteSchema.SHIPPING, choice);
        }

        /** The item of carriage lines. */
        public Builder shippingItem(String id) {
            return put(NetSuiteSchema.SHIPPING_ITEM, id);
        }

        /** The item of gift wrap lines. */
        public Builder giftWrapItem(String id) {
            return put(NetSuiteSchema.GIFT_WRAP_ITEM, id);
        }

        /** The discount item. */
        public Builder discountItem(String id) {
            return put(NetSuiteSchema.DISCOUNT_ITEM, id);
        }

        /** The item of tax lines; with it, tax that the seller remits becomes a line. */
        public Builder taxItem(String id) {
            return put(NetSuiteSchema.TAX_ITEM, id);
        }

        /** The item of other charges. */
        public Builder chargeItem(String id) {
            return put(NetSuiteSchema.CHARGE_ITEM, id);
        }

        /** What becomes of tax that the seller remits. */
        public Builder sellerTax(SellerTax choice) {
            return put(NetSuiteSchema.SELLER_TAX, choice);
        }

        /** What becomes of tax that the marketplace remits; it is left out unless set. */
        public Builder marketplaceTax(MarketplaceTax choice) {
            return put(NetSuiteSchema.MARKETPLACE_TAX, choice);
        }

        /** The item field that holds the SKU; {@code itemid} unless set. */
        public Builder skuField(String field) {
            return put(NetSuiteSchema.SKU_FIELD, field);
        }

        /** The bank or clearing account of cash sales; undeposited funds unless set. */
        public Builder cashSaleAccount(String id) {
            return put(NetSuiteSchema.CASH_SALE_ACCOUNT, id);
        }

        /** The field in which a warehouse's order number stands; the document number unless set. */
        public Builder warehouseOrderField(OrderField choice) {
            return put(NetSuiteSchema.WAREHOUSE_ORDER_FIELD, choice);
        }

        /** What warehouses are told to ship; whole sales orders unless set. */
        public Builder releaseUnit(ReleaseUnit choice) {
            return put(NetSuiteSchema.RELEASE_UNIT, choice);
        }

        /** Item fulfillments are read only if this field holds this value; alternatives are joined by {@code |}. */
        public Builder fulfillmentsWhere(String field, String value) {
            return entry(NetSuiteSchema.WHERE, field, value);
        }

        /** The unit of package weights; pounds unless set. */
        public Builder weightUnit(WeightUnit unit) {
            return put(NetSuiteSchema.WEIGHT_UNIT, unit);
        }

        /** Where the unique name of a new customer comes from. */
        public Builder customerNaming(CustomerNaming choice) {
            return put(NetSuiteSchema.NAMING, choice);
        }

        /** Any other setting by its name in the {@link NetSuiteSettings#schema() schema}. */
        public Builder set(String name, String value) {
            flat.put(name, value);
            return this;
        }

        /** The settings; they are checked when the connector is opened. */
        public NetSuiteSettings build() {
            Map<String, String> all = new LinkedHashMap<>(flat);
            maps.forEach((name, entries) -> {
                StringBuilder text = new StringBuilder();
                entries.forEach((key, value) -> text.append(text.length() == 0 ? "" : ",")
                        .append(key)
                        .append('=')
                        .append(value));
                all.put(name, text.toString());
            });
            return new NetSuiteSettings(all);
        }

        private Builder put(Setting<?> setting, String value) {
            flat.put(setting.name(), value);
            return this;
        }

        private Builder put(Setting<?> setting, Enum<?> value) {
            return put(setting, value.name().toLowerCase(Locale.ROOT));
        }

        private Builder entry(Setting<?> setting, String key, String value) {
            maps.computeIfAbsent(setting.name(), name -> new LinkedHashMap<>()).put(key, value);
            return this;
        }
    }
}
