/** Shopify's locations and the places of the ERP that they stand for. */
@NullMarked
package dev.drayage.shopify.internal.locations;

import org.jspecify.annotations.NullMarked;
