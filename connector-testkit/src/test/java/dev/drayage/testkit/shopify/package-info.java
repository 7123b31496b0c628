@NullMarked
package dev.drayage.testkit.shopify;

import org.jspecify.annotations.NullMarked;
