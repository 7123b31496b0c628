/** Documents of Shopify's Admin API: their text, their parts, and what they will cost. Nothing here calls anybody. */
@NullMarked
package dev.drayage.shopify.internal.graphql;

import org.jspecify.annotations.NullMarked;
