@NullMarked
package dev.drayage.shopify.internal.inventory;

import org.jspecify.annotations.NullMarked;
