/** What every record about money is written and read back with. */
@NullMarked
package dev.drayage.netsuite.internal.money;

import org.jspecify.annotations.NullMarked;
