/** HTTP on loopback: what real and nasty servers do, and what must not be seen in logs. */
@NullMarked
package dev.drayage.http;

import org.jspecify.annotations.NullMarked;
