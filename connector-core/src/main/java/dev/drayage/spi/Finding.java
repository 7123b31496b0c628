package dev.drayage.spi;

import dev.drayage.error.ErrorCode;

/**
 * Something worth knowing about a record that was written.
 *
 * @param severity whether a person must look
 * @param code stable code with cause and remedy
 * @param message what was found, without a buyer's data
 */
public record Finding(Severity severity, ErrorCode code, String message) {
    /** Whether a person must look. */
    public enum Severity {
        /** For the journey only. */
        NOTE,
        /** The record is parked although it was written. */
        PROBLEM
    }
}
