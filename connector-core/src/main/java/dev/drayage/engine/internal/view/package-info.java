/** What the ledger tells without a run: health, worklists, journeys and the picture of the wiring. */
@NullMarked
package dev.drayage.engine.internal.view;

import org.jspecify.annotations.NullMarked;
