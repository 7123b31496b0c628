/** Where a host begins: finds connectors and opens accounts. */
@NullMarked
package dev.drayage;

import org.jspecify.annotations.NullMarked;
