/** What tests of every module share: a settable clock, fakes with behaviour and the contract tests of stores and connectors. */
@NullMarked
package dev.drayage.testing;

import org.jspecify.annotations.NullMarked;
