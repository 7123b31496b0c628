/** The engine: reads, translates, records what it intends, applies, settles and only then advances. Hosts call it; it owns no thread, no clock and no database. */
@NullMarked
package dev.drayage.engine;

import org.jspecify.annotations.NullMarked;
