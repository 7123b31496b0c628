package dev.drayage.netsuite;

/** Where the unique name of a new customer comes from. */
public enum CustomerNaming {
    /** NetSuite numbers it, or makes it of the name where numbering is off. */
    AUTO_NUMBERED,
    /** The name with a short key behind it: two buyers of one name do not collide. */
    NAME_AND_KEY
}
