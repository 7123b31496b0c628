package dev.drayage.netsuite;

/** The unit in which the account keeps the weight of packages. */
public enum WeightUnit {
    /** Pounds. */
    LB,
    /** Kilograms. */
    KG
}
