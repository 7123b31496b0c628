/** Several processes of a host on one PostgreSQL, driven by db-scheduler; and a race in which they are killed at random. */
@NullMarked
package dev.drayage.examples.cluster;

import org.jspecify.annotations.NullMarked;
