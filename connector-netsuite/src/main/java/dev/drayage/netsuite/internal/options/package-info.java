/** The settings of one account, read once and grouped by what they decide. */
@NullMarked
package dev.drayage.netsuite.internal.options;

import org.jspecify.annotations.NullMarked;
