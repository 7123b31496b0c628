package dev.drayage.amazon.internal.shipments;

import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;

/** What became of a shipment on its way to a confirmation, before anything is sent. */
sealed interface ConfirmationDraft {
    /** It can be sent. */
    record Ready(Confirmation confirmation) implements ConfirmationDraft {}

    /** It can never be sent like this. */
    record Refused(Violations violations) implements ConfirmationDraft {}

    /** It is held until something else is there. */
    record Held(String missing, Violation reason) implements ConfirmationDraft {}
}
