/** Every document that is sent to Shopify: one file for each operation and each fragment, and the scopes that they need. */
@NullMarked
package dev.drayage.shopify.internal.documents;

import org.jspecify.annotations.NullMarked;
