/** The manual's Java, compiled and run, and the tests that hold the pages to it. */
@NullMarked
package dev.drayage.examples.docs;

import org.jspecify.annotations.NullMarked;
