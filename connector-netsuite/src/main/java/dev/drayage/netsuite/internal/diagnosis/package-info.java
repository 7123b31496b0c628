/** What is checked online before a sync may start. */
@NullMarked
package dev.drayage.netsuite.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
