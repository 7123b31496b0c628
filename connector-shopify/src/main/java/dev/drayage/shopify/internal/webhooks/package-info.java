/** Deliveries of webhooks: their headers, and which record they are about. */
@NullMarked
package dev.drayage.shopify.internal.webhooks;

import org.jspecify.annotations.NullMarked;
