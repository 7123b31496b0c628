/** How calls are authorised: client credentials with a signed assertion, or token-based signatures. */
@NullMarked
package dev.drayage.netsuite.internal.access;

import org.jspecify.annotations.NullMarked;
