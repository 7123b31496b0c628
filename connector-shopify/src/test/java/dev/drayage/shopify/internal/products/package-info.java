/** Tests of what variants are told. */
@NullMarked
package dev.drayage.shopify.internal.products;

import org.jspecify.annotations.NullMarked;
