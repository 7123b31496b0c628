/**
 * Calls to vendors over HTTP: authorised, within the quota, bounded in time and size, retried only where that cannot do
 * anything twice, and silent about secrets and buyers.
 */
@NullMarked
package dev.drayage.http;

import org.jspecify.annotations.NullMarked;
