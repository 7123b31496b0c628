@NullMarked
package dev.drayage.examples.cluster;

import org.jspecify.annotations.NullMarked;
