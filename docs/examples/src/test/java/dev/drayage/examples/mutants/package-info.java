/**
 * Answers of the vendors, each damaged in one place: whatever comes over the wire, a connector ends, throws nothing but its own
 * exceptions, and changes no amount and no quantity without saying so.
 */
@NullMarked
package dev.drayage.examples.mutants;

import org.jspecify.annotations.NullMarked;
