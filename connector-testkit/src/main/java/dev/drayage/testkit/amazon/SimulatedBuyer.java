package dev.drayage.testkit.amazon;

/**
 * Who bought; an empty text is left out of the answer. Immutable.
 *
 * @param name full name
 * @param email masked address
 * @param companyName company of a business order
 * @param purchaseOrderNumber the buyer's own order number
 */
public record SimulatedBuyer(String name, String email, String companyName, String purchaseOrderNumber) {

    /** A private buyer. */
    public static SimulatedBuyer of(String name, String email) {
        return new SimulatedBuyer(name, email, "", "");
    }

    /** The same buyer, buying for a company. */
    public SimulatedBuyer forCompany(String company, String poNumber) {
        return new SimulatedBuyer(name, email, company, poNumber);
    }
}
