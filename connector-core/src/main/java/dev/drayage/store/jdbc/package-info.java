/** The store over plain JDBC: embedded H2 or SQLite on one node, PostgreSQL for many. Needs no library but the driver. */
@NullMarked
package dev.drayage.store.jdbc;

import org.jspecify.annotations.NullMarked;
