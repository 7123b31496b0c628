/** Files to and from a partner, safe against a crash at any step: transports, outbox and intake; not API. */
@NullMarked
package dev.drayage.threepl.internal.exchange;

import org.jspecify.annotations.NullMarked;
