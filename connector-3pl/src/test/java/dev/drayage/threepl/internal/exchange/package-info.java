/** Files to and from a partner: what every exchange keeps, and what outbox and intake keep when they die. */
@NullMarked
package dev.drayage.threepl.internal.exchange;

import org.jspecify.annotations.NullMarked;
