package dev.drayage.amazon.internal.shipments;

import dev.drayage.spi.Violation;
import dev.drayage.spi.Violations;

/** What became of a shipment on its way to a confirmation, before anything is sent. */
sealed interface Drafted {
    /** It can be sent. */
    record Ready(Confirmation confirmation) implements Drafted {}

    /** It can never be sent like this. */
    record Refused(Violations violations) implements Drafted {}

    /** It is held until something else is there. */
    record Held(String missing, Violation reason) implements Drafted {}
}
