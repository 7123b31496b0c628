/** What every outside call carries: the time source, a deadline, a cancellation and a priority. */
@NullMarked
package dev.drayage.call;

import org.jspecify.annotations.NullMarked;
