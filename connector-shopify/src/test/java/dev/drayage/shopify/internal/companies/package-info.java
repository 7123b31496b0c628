/** Tests of companies. */
@NullMarked
package dev.drayage.shopify.internal.companies;

import org.jspecify.annotations.NullMarked;
