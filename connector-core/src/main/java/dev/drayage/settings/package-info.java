/** Typed settings: a schema that names every setting, reports all faults at once and never prints a secret. */
@NullMarked
package dev.drayage.settings;

import org.jspecify.annotations.NullMarked;
