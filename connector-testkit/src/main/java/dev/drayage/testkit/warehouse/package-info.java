/**
 * A simulated third-party warehouse that is reached by files: it reads warehouse shipping orders, ships, and puts out
 * shipping advices, stock snapshots and acknowledgements, as X12 004010 or as CSV, in a folder or behind SFTP. X12 is
 * read and written by hand here, strictly on reading, so that the warehouse judges a connector's documents on its own.
 */
@NullMarked
package dev.drayage.testkit.warehouse;

import org.jspecify.annotations.NullMarked;
