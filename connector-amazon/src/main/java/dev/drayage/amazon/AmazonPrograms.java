package dev.drayage.amazon;

/**
 * Words that stand in {@link dev.drayage.model.SalesChannel#programs()} of an order of Amazon and decide what is done
 * with it. All other programs come through as Amazon names them. Holds no state.
 */
public final class AmazonPrograms {
    /**
     * Prime. Shipped by the merchant it is Seller Fulfilled Prime: its label is bought from Amazon, which then knows the
     * shipment already, so that it is not confirmed again.
     */
    public static final String PRIME = "PRIME";
    /** A business buyer. */
    public static final String AMAZON_BUSINESS = "AMAZON_BUSINESS";
    /** Ship+: Amazon refuses a confirmation by the seller. */
    public static final String FBM_SHIP_PLUS = "FBM_SHIP_PLUS";
    /**
     * Not a program of Amazon's: the order was placed in another shop and Amazon only ships it (Multi-Channel
     * Fulfillment). Its sale is booked where it was placed.
     */
    public static final String NON_AMAZON = "NON_AMAZON";

    private AmazonPrograms() {}
}
