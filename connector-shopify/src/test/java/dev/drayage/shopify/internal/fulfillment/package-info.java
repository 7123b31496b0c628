@NullMarked
package dev.drayage.shopify.internal.fulfillment;

import org.jspecify.annotations.NullMarked;
