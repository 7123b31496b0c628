/** Companies (B2B) of a shop, with their locations and contacts. */
@NullMarked
package dev.drayage.shopify.internal.companies;

import org.jspecify.annotations.NullMarked;
