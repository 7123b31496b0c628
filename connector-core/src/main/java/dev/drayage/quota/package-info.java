/**
 * Shares of a vendor's quota: weighted buckets and concurrency slots that start from the published plan, are corrected
 * by every answer and let the urgent work go first.
 */
@NullMarked
package dev.drayage.quota;

import org.jspecify.annotations.NullMarked;
