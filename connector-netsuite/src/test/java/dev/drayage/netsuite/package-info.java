/** What the NetSuite connector does, shown against a simulated account over real HTTP. */
@NullMarked
package dev.drayage.netsuite;

import org.jspecify.annotations.NullMarked;
