package dev.drayage.model;

import java.util.Optional;

/**
 * The business that an order was placed for.
 *
 * @param company the business at the storefront
 * @param location the place of it that receives the goods, if the storefront tells
 * @param contact the person who ordered, if the storefront tells
 */
public record BuyingCompany(RecordRef company, Optional<RecordRef> location, Optional<RecordRef> contact) {}
