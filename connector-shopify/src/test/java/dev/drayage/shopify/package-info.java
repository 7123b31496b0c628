/** What a webhook's signature proves. */
@NullMarked
package dev.drayage.shopify;

import org.jspecify.annotations.NullMarked;
