/** Quotas in virtual time, against models of the vendors' limits. */
@NullMarked
package dev.drayage.quota;

import org.jspecify.annotations.NullMarked;
