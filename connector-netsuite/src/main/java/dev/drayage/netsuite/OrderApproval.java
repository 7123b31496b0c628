package dev.drayage.netsuite;

/** The status in which a new sales order starts. */
public enum OrderApproval {
    /** It can be fulfilled at once ({@code B}). */
    PENDING_FULFILLMENT,
    /** A person approves it first ({@code A}). */
    PENDING_APPROVAL
}
