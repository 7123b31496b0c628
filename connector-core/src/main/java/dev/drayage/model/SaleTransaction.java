package dev.drayage.model;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** What an order and a cash sale have in common: who buys what for how much. */
public interface SaleTransaction extends CommerceRecord {
    /** The order number that people see. */
    String number();

    /** When the buyer ordered, in UTC. */
    Instant placedAt();

    /** Currency of every amount in this record. */
    Currency currency();

    /** Who buys, as far as the channel tells. */
    Optional<Buyer> buyer();

    /** Where the goods go. */
    Optional<Address> shipTo();

    /** Where the bill goes. */
    Optional<Address> billTo();

    /** What is bought. */
    List<OrderLine> lines();

    /** What is charged for the whole order beside its lines. */
    List<Charge> charges();

    /** What is taken off the whole order beside its lines. */
    List<Discount> discounts();

    /** Tax that belongs to no single line. */
    List<TaxLine> taxes();

    /** The total as the channel tells it, tax included. */
    Money total();

    /** The carriage that the buyer chose, in the channel's words. */
    Optional<String> shippingService();

    /** Where it was sold. */
    SalesChannel channel();

    /** The business that it was placed for, if it was one with an account at the storefront. */
    Optional<BuyingCompany> company();

    /** When it is to be paid; empty if it is paid at once. */
    Optional<PaymentTerms> terms();
}
