package dev.drayage.netsuite.internal.order;

/**
 * A sales order of the account.
 *
 * @param id internal id
 * @param number document number
 * @param status status letter: {@code A} waits for approval and cannot be fulfilled
 * @param channel what the channel field says, empty for none
 * @param progress what the field of the step reached says, empty for none
 */
public record StandingOrder(String id, String number, String status, String channel, String progress) {
    /** Whether it was closed: nothing more of it leaves or is billed. */
    public boolean isClosed() {
        return status.equals("H");
    }

    /** Whether it waits for approval. */
    public boolean waitsForApproval() {
        return status.equals("A");
    }
}
