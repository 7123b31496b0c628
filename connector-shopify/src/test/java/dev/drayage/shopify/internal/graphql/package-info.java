@NullMarked
package dev.drayage.shopify.internal.graphql;

import org.jspecify.annotations.NullMarked;
