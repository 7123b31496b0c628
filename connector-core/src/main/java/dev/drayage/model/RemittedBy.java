package dev.drayage.model;

/** Who pays a tax to the authority. */
public enum RemittedBy {
    /** The seller collects and remits it. */
    SELLER,
    /** The marketplace collected it and remits it; the seller never gets the money. */
    MARKETPLACE
}
