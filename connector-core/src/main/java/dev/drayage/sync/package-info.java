/** The catalogue of standard syncs: which records flow from where to where, and what a record causes on its way. */
@NullMarked
package dev.drayage.sync;

import org.jspecify.annotations.NullMarked;
