/** What the simulated NetSuite account does, one test per rule or quirk. */
@NullMarked
package dev.drayage.testkit.netsuite;

import org.jspecify.annotations.NullMarked;
