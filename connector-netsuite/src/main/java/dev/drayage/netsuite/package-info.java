/** NetSuite for Drayage: the provider, its settings and the choices that an account must make. */
@NullMarked
package dev.drayage.netsuite;

import org.jspecify.annotations.NullMarked;
