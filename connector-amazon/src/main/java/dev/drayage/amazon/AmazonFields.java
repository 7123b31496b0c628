package dev.drayage.amazon;

/**
 * Names of the custom fields that an order of Amazon carries, to be used in field mappings. Stable. Holds no state.
 */
public final class AmazonFields {
    /** Order: Amazon's order id, 3-7-7 (text). */
    public static final String ORDER_ID = "amazon.orderId";
    /** Order: the merchant's own order number, if one was set (text). */
    public static final String SELLER_ORDER_ID = "amazon.sellerOrderId";
    /** Order and line: programs, as Amazon names them (choices). */
    public static final String PROGRAMS = "amazon.programs";
    /** Order: id of the store (text). */
    public static final String MARKETPLACE_ID = "amazon.marketplaceId";
    /** Order: name of the store (text). */
    public static final String MARKETPLACE_NAME = "amazon.marketplaceName";
    /** Order: status in Amazon's words (text). */
    public static final String STATUS = "amazon.fulfillmentStatus";
    /** Order: shipping speed that was promised (text). */
    public static final String SERVICE_LEVEL = "amazon.serviceLevel";
    /** Order: bought through Amazon Business (flag). */
    public static final String IS_BUSINESS = "amazon.isBusiness";
    /** Order: under Prime; shipped by the merchant, that is Seller Fulfilled Prime (flag). */
    public static final String IS_PRIME = "amazon.isPrime";
    /** Order: last instant at which it was promised to arrive (moment). */
    public static final String DELIVER_BY = "amazon.deliverBy";
    /** Order: the order that this one was exchanged for (text). */
    public static final String EXCHANGE_FOR = "amazon.exchangeFor";
    /** Order: a tip for the delivery that the total does not hold (decimal, in the order's currency). */
    public static final String DELIVERY_TIP = "amazon.deliveryTip";
    /** Order and line: the buyer asked for a cancellation that nobody carried out yet (flag). */
    public static final String CANCELLATION_REQUESTED = "amazon.cancellationRequested";

    /** Line: Amazon's product id (text). */
    public static final String ASIN = "amazon.asin";
    /** Line: condition of the goods (text). */
    public static final String CONDITION = "amazon.condition";
    /** Line: units as ordered, where some were cancelled (decimal). */
    public static final String QUANTITY_ORDERED = "amazon.quantityOrdered";
    /** Line: units that were cancelled, if any (decimal). */
    public static final String QUANTITY_CANCELLED = "amazon.quantityCancelled";
    /** Line: promotions (choices). */
    public static final String PROMOTIONS = "amazon.promotionIds";
    /** Line: a special price, such as BUSINESS_PRICE (text). */
    public static final String PRICE_DESIGNATION = "amazon.priceDesignation";
    /** Line: tax scheme, IOSS or UOSS (text). */
    public static final String TAX_SCHEME = "amazon.taxScheme";
    /** Line: Amazon's number for the import one-stop shop (text). */
    public static final String IOSS_NUMBER = "amazon.iossNumber";
    /** Line: tax on top that Amazon keeps and that the total does not hold (decimal, in the order's currency). */
    public static final String TAX_WITHHELD = "amazon.taxWithheld";
    /** Line: where the buyer's customisation lies; only if buyer data is asked for (text). */
    public static final String CUSTOMIZATION = "amazon.customizedUrl";

    private AmazonFields() {}
}
