/**
 * One NetSuite account that runs inside the test: SuiteTalk REST records, SuiteQL and the token endpoint on a loopback
 * port, with the rules, delays and refusals that an integration has to live with. Start with
 * {@link dev.drayage.testkit.netsuite.NetSuiteSimulator}.
 */
@NullMarked
package dev.drayage.testkit.netsuite;

import org.jspecify.annotations.NullMarked;
