/**
 * A deterministic simulation of several nodes over one store, between systems in which people trade: one seed decides who moves
 * when, what fails and what people do; a checker that reads only the systems tells whether a guarantee broke.
 */
@NullMarked
package dev.drayage.simulation;

import org.jspecify.annotations.NullMarked;
