/** How fields of the host's own are written to orders. */
@NullMarked
package dev.drayage.shopify.internal.metafields;

import org.jspecify.annotations.NullMarked;
