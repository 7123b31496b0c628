/** What is agreed with a warehouse whatever the format of its files; not API. */
@NullMarked
package dev.drayage.threepl.internal.terms;

import org.jspecify.annotations.NullMarked;
