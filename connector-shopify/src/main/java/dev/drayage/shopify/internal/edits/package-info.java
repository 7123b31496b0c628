/** How orders are edited after what people made of them in the ERP. */
@NullMarked
package dev.drayage.shopify.internal.edits;

import org.jspecify.annotations.NullMarked;
