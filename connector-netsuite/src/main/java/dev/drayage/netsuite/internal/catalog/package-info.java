/** What is sold, and for how much, as channels are told. */
@NullMarked
package dev.drayage.netsuite.internal.catalog;

import org.jspecify.annotations.NullMarked;
