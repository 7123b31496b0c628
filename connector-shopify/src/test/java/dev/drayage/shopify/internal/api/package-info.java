@NullMarked
package dev.drayage.shopify.internal.api;

import org.jspecify.annotations.NullMarked;
