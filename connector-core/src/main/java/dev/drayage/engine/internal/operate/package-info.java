/** What people do to a sync: pause it, seek, decide about a record, push one with a correction. */
@NullMarked
package dev.drayage.engine.internal.operate;

import org.jspecify.annotations.NullMarked;
