/** Order lines that are closed because their goods will not leave; not API. */
@NullMarked
package dev.drayage.netsuite.internal.ordercancellation;

import org.jspecify.annotations.NullMarked;
