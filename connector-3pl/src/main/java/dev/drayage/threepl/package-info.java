/** Third-party logistics: warehouses that tell by file what they shipped. */
@NullMarked
package dev.drayage.threepl;

import org.jspecify.annotations.NullMarked;
