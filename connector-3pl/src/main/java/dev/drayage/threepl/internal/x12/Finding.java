package dev.drayage.threepl.internal.x12;

/**
 * Something wrong that the profile bears.
 *
 * @param borne by which leniency
 * @param fault what it would have been without
 */
public record Finding(Leniency borne, X12Fault fault) {}
