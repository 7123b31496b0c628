/** Tests of single parts. */
@NullMarked
package dev.drayage.netsuite.internal.suiteql;

import org.jspecify.annotations.NullMarked;
