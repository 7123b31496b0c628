/** What a connector implements: providers, sources, look-ups and sinks, and the closed set of outcomes that they answer with. The engine owns time windows, order, retries of writes, parallelism and the ledger; a connector owns its protocol and only classifies. */
@NullMarked
package dev.drayage.spi;

import org.jspecify.annotations.NullMarked;
