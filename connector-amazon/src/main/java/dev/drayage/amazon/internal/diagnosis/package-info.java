/** A look at the live account: login, stores, permission, SKUs. */
@NullMarked
package dev.drayage.amazon.internal.diagnosis;

import org.jspecify.annotations.NullMarked;
