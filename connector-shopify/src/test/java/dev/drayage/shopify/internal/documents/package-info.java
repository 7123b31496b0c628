@NullMarked
package dev.drayage.shopify.internal.documents;

import org.jspecify.annotations.NullMarked;
