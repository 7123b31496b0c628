package dev.drayage.testkit.warehouse;

/**
 * One line of an order. Immutable.
 *
 * @param lineId the depositor's line number (N9*LI); the line's place in the order if it sent none
 * @param sku the article
 * @param upc its UPC; empty if not sent
 * @param description its description; empty if not sent
 * @param quantity pieces ordered
 * @param unit the unit code
 * @param lot the lot asked for; empty if any will do
 */
public record OrderLine(
        String lineId, String sku, String upc, String description, int quantity, String unit, String lot) {}
