package dev.drayage.spi;

import dev.drayage.error.ErrorCode;

/**
 * One reason why a record cannot be written.
 *
 * @param code stable code with cause and remedy
 * @param field the field or line it is about, in the target's words; empty for the whole record
 * @param message what is wrong, naming ids and SKUs but never a buyer's data
 */
public record Violation(ErrorCode code, String field, String message) {}
