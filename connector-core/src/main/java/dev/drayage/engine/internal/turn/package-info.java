/** Whose turn it is: leases of domains, runs that are active in this process, lanes of records, and gates to wait at. */
@NullMarked
package dev.drayage.engine.internal.turn;

import org.jspecify.annotations.NullMarked;
