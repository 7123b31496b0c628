/** What sales orders and cash sales have in common: header, lines, money, addresses. */
@NullMarked
package dev.drayage.netsuite.internal.sale;

import org.jspecify.annotations.NullMarked;
