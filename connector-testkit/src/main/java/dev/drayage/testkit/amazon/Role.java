package dev.drayage.testkit.amazon;

/**
 * The restricted roles that open person data. Without one the call is not refused: the fields are silently missing
 * from an answer 200.
 */
public enum Role {
    /** Direct-to-Consumer Shipping: the delivery address, buyer email, gift message. */
    DIRECT_TO_CONSUMER_SHIPPING,
    /** Tax Remittance and Tax Invoicing: the buyer's name. */
    TAX_REMITTANCE
}
