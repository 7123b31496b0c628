/** Calls to Shopify's Admin API: tokens, points, and what its answers and errors mean. */
@NullMarked
package dev.drayage.shopify.internal.api;

import org.jspecify.annotations.NullMarked;
