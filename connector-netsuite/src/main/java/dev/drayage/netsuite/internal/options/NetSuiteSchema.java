package dev.drayage.netsuite.internal.options;

import dev.drayage.netsuite.AuthMethod;
import dev.drayage.netsuite.CustomerNaming;
import dev.drayage.netsuite.MarketplaceTax;
import dev.drayage.netsuite.OrderApproval;
import dev.drayage.netsuite.OrderField;
import dev.drayage.netsuite.ReleaseUnit;
import dev.drayage.netsuite.SellerTax;
import dev.drayage.netsuite.ShippingBooking;
import dev.drayage.netsuite.UnmappedShipMethod;
import dev.drayage.netsuite.WeightUnit;
import dev.drayage.settings.SecretSource;
import dev.drayage.settings.Setting;
import dev.drayage.settings.SettingsSchema;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every setting of the connector, in the order of the reference page. Stateless. */
public final class NetSuiteSchema {
    private NetSuiteSchema() {}

    public static final Setting<String> ACCOUNT = NetSuiteTexts.account(
                    "account", "The account id as NetSuite shows it, such as 1234567 or 1234567_SB1.")
            .mandatory();
    public static final Setting<URI> BASE_URL = NetSuiteTexts.address(
            "base.url", "Another address of the account's REST services; only for tests and proxies.");
    public static final Setting<ZoneId> ZONE = Setting.zone(
                    "zone", "The account's time zone: dates of documents are cut in it.")
            .mandatory();
    public static final Setting<Integer> CONCURRENCY = Setting.count(
            "concurrency",
            4,
            1,
            "Calls at the same time. The account's limit is shared with every other integration: leave room.");
    public static final Setting<Duration> QUERY_LAG = Setting.duration(
            "query.lag",
            Duration.ofMinutes(2),
            "How long a change may take to show in queries; windows end that much behind now.");
    public static final Setting<Integer> PAGE_SIZE =
            Setting.count("query.pageSize", 200, 1, "Records per page when changes are read, at most 1000.");

    public static final Setting<AuthMethod> AUTH = Setting.choice(
            "auth.method", AuthMethod.class, Optional.of(AuthMethod.OAUTH2), "How calls are authorised.");
    public static final Setting<String> CLIENT_ID =
            Setting.text("oauth.clientId", "Client id of the integration record; for oauth2.");
    public static final Setting<String> CERTIFICATE_ID =
            Setting.text("oauth.certificateId", "Certificate id from the client credentials mapping page; for oauth2.");
    public static final Setting<SecretSource> PRIVATE_KEY = Setting.secret(
            "oauth.privateKey",
            "Private key of the certificate, PEM of PKCS#8: RSA (PS256) or EC (ES256); for oauth2.");
    public static final Setting<SecretSource> CONSUMER_KEY =
            Setting.secret("tba.consumerKey", "Consumer key; for tba.");
    public static final Setting<SecretSource> CONSUMER_SECRET =
            Setting.secret("tba.consumerSecret", "Consumer secret; for tba.");
    public static final Setting<SecretSource> TOKEN_ID = Setting.secret("tba.tokenId", "Token id; for tba.");
    public static final Setting<SecretSource> TOKEN_SECRET =
            Setting.secret("tba.tokenSecret", "Token secret; for tba.");

    public static final Setting<Optional<String>> SUBSIDIARY =
            NetSuiteTexts.optionalId("subsidiary", "Internal id of the subsidiary; needed in OneWorld accounts.");
    public static final Setting<Map<String, String>> CURRENCIES = NetSuiteTexts.ids(
            "currencies", "Internal ids of currencies by ISO code, such as USD=1. Others are looked up by symbol.");

    public static final Setting<Map<String, String>> CUSTOMERS = NetSuiteTexts.ids(
            "channel.customers",
            "The customer that sales of a channel are booked against, such as amazon:A1EX-na=110.");
    public static final Setting<Map<String, String>> LOCATIONS =
            NetSuiteTexts.ids("channel.locations", "The location of a channel's sales orders.");
    public static final Setting<Map<String, String>> FBA_LOCATIONS = NetSuiteTexts.ids(
            "channel.fbaLocations", "The location of sales that the channel shipped from its own stock.");
    public static final Setting<Map<String, String>> DEPARTMENTS =
            NetSuiteTexts.ids("channel.departments", "The department of a channel's sales.");
    public static final Setting<Map<String, String>> CLASSES =
            NetSuiteTexts.ids("channel.classes", "The class of a channel's sales.");

    public static final Setting<Optional<String>> ORDER_FORM =
            NetSuiteTexts.optionalId("form.salesOrder", "Custom form of sales orders.");
    public static final Setting<Optional<String>> CASH_SALE_FORM =
            NetSuiteTexts.optionalId("form.cashSale", "Custom form of cash sales.");
    public static final Setting<Optional<String>> FULFILLMENT_FORM =
            NetSuiteTexts.optionalId("form.itemFulfillment", "Custom form of item fulfillments.");
    public static final Setting<Optional<String>> CUSTOMER_FORM =
            NetSuiteTexts.optionalId("form.customer", "Custom form of customers.");

    public static final Setting<OrderApproval> ORDER_APPROVAL = Setting.choice(
            "order.status",
            OrderApproval.class,
            Optional.of(OrderApproval.PENDING_FULFILLMENT),
            "The status in which a new sales order starts.");
    public static final Setting<List<String>> ADOPT_BY = NetSuiteTexts.adoption(
            "order.adoptBy",
            "How a sale that stands there already is recognised beside its external id: channelOrderId, otherRefNum, none.");
    public static final Setting<Map<String, String>> SHIP_METHODS =
            NetSuiteTexts.ids("shipMethods", "Ship methods by the channel's carriage, such as Standard=92.");
    public static final Setting<UnmappedShipMethod> UNMAPPED_SHIP_METHOD = Setting.choice(
            "shipMethods.unmapped",
            UnmappedShipMethod.class,
            Optional.of(UnmappedShipMethod.PARK),
            "What becomes of a sale whose carriage is not in the map.");
    public static final Setting<ShippingBooking> SHIPPING = Setting.choice(
            "shipping.booking", ShippingBooking.class, Optional.of(ShippingBooking.BODY), "Where carriage stands.");

    public static final Setting<String> SKU_FIELD = NetSuiteTexts.field(
            "item.skuField",
            "itemid",
            "The item field that holds the SKU: itemid, upccode, externalid or a custitem field.");
    public static final Setting<Duration> ITEM_CACHE =
            Setting.duration("item.cache", Duration.ofMinutes(15), "How long an item that was found is remembered.");
    public static final Setting<Optional<String>> SHIPPING_ITEM =
            NetSuiteTexts.optionalId("item.shipping", "The item of carriage lines.");
    public static final Setting<Optional<String>> GIFT_WRAP_ITEM =
            NetSuiteTexts.optionalId("item.giftWrap", "The item of gift wrap lines.");
    public static final Setting<Optional<String>> DISCOUNT_ITEM =
            NetSuiteTexts.optionalId("item.discount", "The discount item.");
    public static final Setting<Optional<String>> TAX_ITEM =
            NetSuiteTexts.optionalId("item.tax", "The other-charge item of tax lines.");
    public static final Setting<Optional<String>> CHARGE_ITEM =
            NetSuiteTexts.optionalId("item.charge", "The item of every other charge: cash on delivery, tips, duties.");
    public static final Setting<Optional<String>> CLEARING_ITEM = NetSuiteTexts.optionalId(
            "item.taxClearing", "The item that takes marketplace tax off again; for line_and_clearing.");

    public static final Setting<SellerTax> SELLER_TAX = Setting.choice(
            "tax.seller",
            SellerTax.class,
            Optional.empty(),
            "Tax that the seller remits. Without it: line if item.tax is given, else sales with such tax are parked.");
    public static final Setting<MarketplaceTax> MARKETPLACE_TAX = Setting.choice(
            "tax.marketplace",
            MarketplaceTax.class,
            Optional.of(MarketplaceTax.OMIT),
            "Tax that the marketplace remits.");

    public static final Setting<String> CHANNEL_FIELD = NetSuiteTexts.field(
            "field.channel", "custbody_drayage_channel", "Body field for the channel's account and marketplace.");
    public static final Setting<String> ORDER_ID_FIELD =
            NetSuiteTexts.field("field.orderId", "custbody_drayage_order_id", "Body field for the channel's order id.");
    public static final Setting<String> PROGRAMS_FIELD = NetSuiteTexts.field(
            "field.programs", "custbody_drayage_programs", "Body field for the channel's programs, such as PRIME.");
    public static final Setting<String> LINE_ID_FIELD =
            NetSuiteTexts.field("field.lineId", "custcol_drayage_line_id", "Line field for the channel's line id.");
    public static final Setting<String> STATUS_FIELD = NetSuiteTexts.field(
            "field.status", "custbody_drayage_status", "Body field for the step that the order reached.");
    public static final Setting<String> CARRIER_FIELD = NetSuiteTexts.field(
            "field.carrier",
            "custbody_drayage_carrier",
            "Body field of item fulfillments for the carrier in the warehouse's words; where it is empty the ship method"
                    + " tells the carrier.");
    public static final Setting<Optional<String>> GIFT_MESSAGE_FIELD = NetSuiteTexts.optionalField(
            "field.giftMessage", "Line field for the gift message; without it the message stands in a description.");
    public static final Setting<Optional<String>> LINES_FIELD = NetSuiteTexts.optionalField(
            "field.lines",
            "Body field of sales orders for digests of their lines as channel and books last agreed on them, such as"
                    + " custbody_drayage_lines (free-form text, 300 characters): they tell whether people changed them since,"
                    + " and what. Needed where changes of the channel's order are followed, and where people's are told to it.");
    public static final Setting<String> PROGRESS_TEXT = Setting.text(
                    "progress.fulfillmentProcessed",
                    "What the status field says once the storefront took the shipment.")
            .orElse("Fulfillment Processed");

    public static final Setting<Optional<String>> CASH_SALE_ACCOUNT = NetSuiteTexts.optionalId(
            "cashSale.account", "The bank or clearing account of cash sales; without it undeposited funds.");
    public static final Setting<Optional<String>> PAYMENT_OPTION =
            NetSuiteTexts.optionalId("cashSale.paymentOption", "The payment option of cash sales.");

    public static final Setting<OrderField> WAREHOUSE_ORDER_FIELD = Setting.choice(
            "fulfillment.orderField",
            OrderField.class,
            Optional.of(OrderField.TRANID),
            "The field of the sales order that holds the order number that a warehouse sends back.");
    public static final Setting<Map<String, String>> WAREHOUSE_LOCATIONS = NetSuiteTexts.ids(
            "fulfillment.locations",
            "Locations by the warehouse's own name, such as RENO-1=6; without an entry the order's location counts.");
    public static final Setting<List<String>> STATUSES = NetSuiteTexts.statuses(
            "fulfillment.statuses",
            "Which item fulfillments are read: A picked, B packed, C shipped. Only shipped ones are confirmed; the others tell"
                    + " that one was taken back.");
    public static final Setting<Map<String, String>> WHERE = NetSuiteTexts.conditions(
            "fulfillment.where",
            "Item fulfillments are read only if these fields hold these values, such as custbody_export=T; alternatives are joined by |.");
    public static final Setting<ReleaseUnit> RELEASE_UNIT = Setting.choice(
            "release.unit",
            ReleaseUnit.class,
            Optional.of(ReleaseUnit.SALES_ORDER),
            "What warehouses are told to ship: whole sales orders, or item fulfillments as soon as they are packed.");
    public static final Setting<List<String>> RELEASE_LOCATIONS = NetSuiteTexts.idList(
            "release.locations",
            "Internal ids of the locations that warehouses serve: what has goods to leave from there is read with its"
                    + " address; without any, everything is.");
    public static final Setting<Map<String, String>> RELEASE_WHERE = NetSuiteTexts.conditions(
            "release.where",
            "Sales orders, or packed item fulfillments, are read for warehouses only if these fields of them hold these values;"
                    + " one that ceases to fit is not noticed, so choose fields that stay. Alternatives are joined by |.");
    public static final Setting<Optional<String>> FREIGHT_FIELD = NetSuiteTexts.optionalField(
            "fulfillment.freightField",
            "Body field of item fulfillments for what the carriage cost, such as a custbody field; without it the cost is"
                    + " not written.");
    public static final Setting<Optional<String>> ADJUSTMENT_ACCOUNT = NetSuiteTexts.optionalId(
            "inventory.adjustmentAccount",
            "The account that inventory adjustments are booked against; needed to correct stock by a warehouse's counts.");
    public static final Setting<Boolean> SHIP_STATUS = Setting.flag(
            "fulfillment.shipStatus", true, "Whether the account has Pick, Pack and Ship: shipStatus is sent.");
    public static final Setting<WeightUnit> WEIGHT_UNIT = Setting.choice(
            "package.weightUnit", WeightUnit.class, Optional.of(WeightUnit.LB), "The unit of package weights.");

    public static final Setting<CustomerNaming> NAMING = Setting.choice(
            "customer.naming",
            CustomerNaming.class,
            Optional.of(CustomerNaming.AUTO_NUMBERED),
            "Where the unique name of a new customer comes from.");
    public static final Setting<Optional<String>> CUSTOMER_CURRENCY =
            NetSuiteTexts.optionalId("customer.currency", "Internal id of the currency of new customers.");

    private static final List<Setting<?>> OWN = List.of(
            ACCOUNT,
            BASE_URL,
            ZONE,
            CONCURRENCY,
            QUERY_LAG,
            PAGE_SIZE,
            AUTH,
            CLIENT_ID,
            CERTIFICATE_ID,
            PRIVATE_KEY,
            CONSUMER_KEY,
            CONSUMER_SECRET,
            TOKEN_ID,
            TOKEN_SECRET,
            SUBSIDIARY,
            CURRENCIES,
            CUSTOMERS,
            LOCATIONS,
            FBA_LOCATIONS,
            DEPARTMENTS,
            CLASSES,
            ORDER_FORM,
            CASH_SALE_FORM,
            FULFILLMENT_FORM,
            CUSTOMER_FORM,
            ORDER_APPROVAL,
            ADOPT_BY,
            SHIP_METHODS,
            UNMAPPED_SHIP_METHOD,
            SHIPPING,
            SKU_FIELD,
            ITEM_CACHE,
            SHIPPING_ITEM,
            GIFT_WRAP_ITEM,
            DISCOUNT_ITEM,
            TAX_ITEM,
            CHARGE_ITEM,
            CLEARING_ITEM,
            SELLER_TAX,
            MARKETPLACE_TAX,
            CHANNEL_FIELD,
            ORDER_ID_FIELD,
            PROGRAMS_FIELD,
            LINE_ID_FIELD,
            STATUS_FIELD,
            CARRIER_FIELD,
            GIFT_MESSAGE_FIELD,
            LINES_FIELD,
            PROGRESS_TEXT,
            CASH_SALE_ACCOUNT,
            PAYMENT_OPTION,
            WAREHOUSE_ORDER_FIELD,
            WAREHOUSE_LOCATIONS,
            STATUSES,
            WHERE,
            RELEASE_UNIT,
            RELEASE_LOCATIONS,
            RELEASE_WHERE,
            FREIGHT_FIELD,
            ADJUSTMENT_ACCOUNT,
            SHIP_STATUS,
            WEIGHT_UNIT,
            NAMING,
            CUSTOMER_CURRENCY);

    private static final SettingsSchema SCHEMA = SettingsSchema.of(
                    "NetSuite",
                    Stream.of(OWN, TaxSettings.ALL, MoneySettings.ALL, SourceSettings.ALL)
                            .flatMap(List::stream)
                            .toArray(Setting<?>[]::new))
            .with(SettingsCheck::problems);

    /** The schema of one NetSuite account. */
    public static SettingsSchema schema() {
        return SCHEMA;
    }
}
