/** Quotas in virtual time: models of the vendors' limits, traffic against them, and the one table of what is held. */
@NullMarked
package dev.drayage.testing.quota;

import org.jspecify.annotations.NullMarked;
