/** The connector for Amazon's Selling Partner API (Seller Central): orders in, shipment confirmations out. Seller and application are named by {@link dev.drayage.amazon.AmazonSettings}; {@link dev.drayage.amazon.AmazonProvider} opens the account. */
@NullMarked
package dev.drayage.amazon;

import org.jspecify.annotations.NullMarked;
