/** How what a channel pays out is written: bank deposits and journal entries. */
@NullMarked
package dev.drayage.netsuite.internal.bankdeposit;

import org.jspecify.annotations.NullMarked;
