/** What all parts of the connector share of one account. */
@NullMarked
package dev.drayage.netsuite.internal.account;

import org.jspecify.annotations.NullMarked;
