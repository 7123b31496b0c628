package dev.drayage.testkit.amazon;

/**
 * What became of a line's cancellation.
 *
 * @param orderItemId the line
 * @param quantity units cancelled; 0 for a request that nobody carried out
 * @param requestReason the buyer's reason, empty when no request was made
 * @param cancelledBy BUYER, MERCHANT or AMAZON, empty when nothing was carried out
 * @param reason reason of the execution, empty for none
 */
record Cancellation(String orderItemId, int quantity, String requestReason, String cancelledBy, String reason) {

    static Cancellation none(String orderItemId) {
        return new Cancellation(orderItemId, 0, "", "", "");
    }

    Cancellation requested(String why) {
        return new Cancellation(orderItemId, quantity, why, cancelledBy, reason);
    }

    Cancellation carriedOut(int units, String who, String why) {
        return new Cancellation(orderItemId, quantity + units, requestReason, who, why);
    }
}
