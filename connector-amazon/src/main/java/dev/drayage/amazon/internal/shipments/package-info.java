/** Shipment confirmation (Orders v0) and reading confirmed packages back (Orders 2026-01-01). */
@NullMarked
package dev.drayage.amazon.internal.shipments;

import org.jspecify.annotations.NullMarked;
