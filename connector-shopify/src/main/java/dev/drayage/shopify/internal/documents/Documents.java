package dev.drayage.shopify.internal.documents;

import dev.drayage.shopify.internal.graphql.Document;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every document that may be sent. Tests hold each one against Shopify's schemas of all supported versions, against the price
 * limit of one query at its largest page, and the scopes that {@link Scopes} names. Constants only; thread-safe.
 */
public final class Documents {
    private static final List<Document> ALL = new ArrayList<>();

    /** Orders that changed in a window, oldest change first. */
    public static final Document ORDERS_UPDATED = add("orders", "OrdersUpdated");

    /** Orders that were made in a window, oldest first. */
    public static final Document ORDERS_CREATED = add("orders", "OrdersCreated");

    /** One order with everything that its money needs. */
    public static final Document ORDER_BY_ID = add("orders", "OrderById");

    /** More line items of an order. */
    public static final Document ORDER_LINES = add("orders", "OrderLines");

    /** More shipping charges of an order. */
    public static final Document ORDER_SHIPPING_LINES = add("orders", "OrderShippingLines");

    /** Where an order stands: status, what is owed, payments. */
    public static final Document ORDER_STATE = add("payments", "OrderState");

    /** One metafield of an order, with the digest for compare-and-set. */
    public static final Document ORDER_METAFIELD = add("metafields", "OrderMetafield");

    /** Sets metafields, all or none. */
    public static final Document METAFIELDS_SET = add("metafields", "MetafieldsSet");

    /** Begins an edit. */
    public static final Document ORDER_EDIT_BEGIN = add("edits", "OrderEditBegin");

    /** Sets the quantity of a line of an edit; zero takes it out. */
    public static final Document ORDER_EDIT_SET_QUANTITY = add("edits", "OrderEditSetQuantity");

    /** Adds a variant to an edit. */
    public static final Document ORDER_EDIT_ADD_VARIANT = add("edits", "OrderEditAddVariant");

    /** Discounts a line of an edit. */
    public static final Document ORDER_EDIT_DISCOUNT = add("edits", "OrderEditDiscount");

    /** Commits an edit; never sent twice. */
    public static final Document ORDER_EDIT_COMMIT = add("edits", "OrderEditCommit");

    /** What is still to be shipped of an order, by place. */
    public static final Document FULFILLMENT_ORDERS = add("fulfillment", "FulfillmentOrders");

    /** More lines of a fulfillment order. */
    public static final Document FULFILLMENT_ORDER_LINES = add("fulfillment", "FulfillmentOrderLines");

    /** What was shipped of an order. */
    public static final Document FULFILLMENTS_OF_ORDER = add("fulfillment", "FulfillmentsOfOrder");

    /** More lines of a fulfillment. */
    public static final Document FULFILLMENT_LINES = add("fulfillment", "FulfillmentLines");

    /** Tells that something was shipped; has no idempotency key. */
    public static final Document FULFILLMENT_CREATE = add("fulfillment", "FulfillmentCreate");

    /** Replaces the tracking of a fulfillment. */
    public static final Document FULFILLMENT_TRACKING = add("fulfillment", "FulfillmentTracking");

    /** Takes a fulfillment back. */
    public static final Document FULFILLMENT_CANCEL = add("fulfillment", "FulfillmentCancel");

    /** Inventory items by SKU, with their levels. */
    public static final Document INVENTORY_ITEMS_BY_SKU = add("inventory", "InventoryItemsBySku");

    /** More levels of an inventory item. */
    public static final Document INVENTORY_LEVELS_OF_ITEM = add("inventory", "InventoryLevelsOfItem");

    /** Sets quantities by compare-and-set, with an idempotency key. */
    public static final Document INVENTORY_SET = add("inventory", "InventorySet");

    /** Stocks an item at a location, with an idempotency key. */
    public static final Document INVENTORY_ACTIVATE = add("inventory", "InventoryActivate");

    /** Variants by SKU; the search is not exact, so compare afterwards. */
    public static final Document VARIANTS_BY_SKU = add("products", "VariantsBySku");

    /** Updates variants of one product, all or none. */
    public static final Document VARIANTS_UPDATE = add("products", "VariantsUpdate");

    /** Every price list. */
    public static final Document PRICE_LISTS = add("prices", "PriceLists");

    /** Fixed prices of a price list; of some variants by a query. */
    public static final Document FIXED_PRICES = add("prices", "FixedPrices");

    /** Adds or replaces fixed prices. */
    public static final Document FIXED_PRICES_ADD = add("prices", "FixedPricesAdd");

    /** Removes fixed prices. */
    public static final Document FIXED_PRICES_REMOVE = add("prices", "FixedPricesRemove");

    /** Companies that changed in a window, oldest change first. */
    public static final Document COMPANIES_UPDATED = add("companies", "CompaniesUpdated");

    /** One company with contacts and locations. */
    public static final Document COMPANY_BY_ID = add("companies", "CompanyById");

    /** More contacts of a company. */
    public static final Document COMPANY_CONTACTS = add("companies", "CompanyContacts");

    /** More locations of a company. */
    public static final Document COMPANY_PLACES = add("companies", "CompanyPlaces");

    /** Locations of companies that changed in a window, oldest change first, with whose they are. */
    public static final Document COMPANY_PLACES_UPDATED = add("companies", "CompanyPlacesUpdated");

    /** Records a payment by hand; a partial one needs Shopify Plus. */
    public static final Document ORDER_MANUAL_PAYMENT = add("payments", "OrderManualPayment");

    /** Orders that changed in a window, oldest change first, with the ids of their refunds only. */
    public static final Document REFUNDS_UPDATED = add("payments", "RefundsUpdated");

    /** One refund with everything that its money needs. */
    public static final Document REFUND_BY_ID = add("payments", "RefundById");

    /** More lines of a refund. */
    public static final Document REFUND_LINES = add("payments", "RefundLines");

    /** Payouts issued in a window. */
    public static final Document PAYOUTS = add("payouts", "Payouts");

    /** The ledger behind payouts. */
    public static final Document BALANCE_TRANSACTIONS = add("payouts", "BalanceTransactions");

    /** Answers with nothing where the shop has no Shopify Payments. */
    public static final Document PAYMENTS_PROBE = add("payouts", "PaymentsProbe");

    /** The scopes that the app was granted. */
    public static final Document INSTALLATION = add("account", "Installation");

    /** Name, currency, zone and plan of the shop. */
    public static final Document SHOP_FACTS = add("account", "ShopFacts");

    /** Answers only where the shop has companies (B2B). */
    public static final Document BUSINESS_PROBE = add("companies", "BusinessProbe");

    private Documents() {}

    /** All of them. */
    public static List<Document> all() {
        return Collections.unmodifiableList(ALL);
    }

    private static Document add(String area, String name) {
        Document document = DocumentFiles.read(area, name);
        ALL.add(document);
        return document;
    }
}
