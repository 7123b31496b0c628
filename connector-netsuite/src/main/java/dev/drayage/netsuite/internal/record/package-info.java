/** The REST record service: create, transform, update, read, and what its refusals mean. */
@NullMarked
package dev.drayage.netsuite.internal.record;

import org.jspecify.annotations.NullMarked;
