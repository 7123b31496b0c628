/** Variants found by their SKU, and what the ERP tells of them. */
@NullMarked
package dev.drayage.shopify.internal.products;

import org.jspecify.annotations.NullMarked;
