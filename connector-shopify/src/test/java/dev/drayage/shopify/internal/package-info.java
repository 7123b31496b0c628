@NullMarked
package dev.drayage.shopify.internal;

import org.jspecify.annotations.NullMarked;
