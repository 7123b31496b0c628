/** What can go wrong, in stable codes: each names its cause and its remedy. */
@NullMarked
package dev.drayage.error;

import org.jspecify.annotations.NullMarked;
